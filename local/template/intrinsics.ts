import { ConfigurationError } from '../../shared/errors.ts';
import { account, region } from '../engines/addresses.ts';
import type { Stack } from './assembly.ts';

/** What `Ref` and `Fn::GetAtt` give for a resource. */
export interface Identity {
  ref: string;
  attributes: Record<string, string>;
}

export interface Surroundings {
  stacks: readonly Stack[];
  parameters: Readonly<Record<string, string>>;
  /** The identity of a resource of a stack, once its template is known to have it. Throws where it has none. */
  identify(stack: Stack, logicalId: string): Identity;
  /** Where an address that a template has put together is here; any other text as it is. */
  locate(text: string): string;
}

type Intrinsic = (argument: unknown, stack: Stack, surroundings: Surroundings) => unknown;

const intrinsics: Record<string, Intrinsic> = {
  Ref: (name, stack, surroundings) => refer(String(name), stack, surroundings),
  'Fn::GetAtt': (argument, stack, surroundings) => {
    const [logicalId = '', attribute = ''] =
      typeof argument === 'string' ? splitOnce(argument, '.') : (argument as string[]);
    return attributeOf(logicalId, attribute, stack, surroundings);
  },
  'Fn::Join': (argument, stack, surroundings) => {
    const [separator, parts] = resolve(argument, stack, surroundings) as [string, unknown[]];
    return surroundings.locate(parts.join(separator));
  },
  'Fn::Split': (argument, stack, surroundings) => {
    const [separator, text] = resolve(argument, stack, surroundings) as [string, string];
    return text.split(separator);
  },
  'Fn::Select': (argument, stack, surroundings) => {
    const [index, list] = resolve(argument, stack, surroundings) as [number | string, unknown[]];
    return list[Number(index)];
  },
  'Fn::Sub': (argument, stack, surroundings) => {
    const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
    const known = resolve(variables, stack, surroundings) as Record<string, unknown>;
    return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in known) return String(known[name]);
      const [logicalId = '', attribute] = splitOnce(name, '.');
      return String(
        attribute ? attributeOf(logicalId, attribute, stack, surroundings) : refer(name, stack, surroundings),
      );
    });
  },
  'Fn::ImportValue': (argument, stack, surroundings) => {
    const name = String(resolve(argument, stack, surroundings));
    for (const exporter of surroundings.stacks) {
      for (const { Value, Export } of Object.values(exporter.Outputs)) {
        if (Export?.Name === name) return resolve(Value, exporter, surroundings);
      }
    }
    throw new ConfigurationError(`Stack ${stack.name} imports ${name}, which no stack exports`);
  },
};

/**
 * A value of a template with its intrinsic functions worked out, as CloudFormation would. Throws `ConfigurationError`
 * for a function that is not known here and for a reference to nothing.
 */
export function resolve(value: unknown, stack: Stack, surroundings: Surroundings): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => resolve(item, stack, surroundings)).filter((item) => item !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;

  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first && (first[0] === 'Ref' || first[0].startsWith('Fn::'))) {
    const intrinsic = intrinsics[first[0]];
    if (!intrinsic) throw new ConfigurationError(`Stack ${stack.name} uses ${first[0]}, which the local cloud lacks`);
    return intrinsic(first[1], stack, surroundings);
  }
  return Object.fromEntries(
    entries
      .map(([key, item]) => [key, resolve(item, stack, surroundings)] as const)
      .filter(([, item]) => item !== undefined),
  );
}

function refer(name: string, stack: Stack, surroundings: Surroundings): string | undefined {
  switch (name) {
    case 'AWS::Region':
      return region;
    case 'AWS::AccountId':
      return account;
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    case 'AWS::StackName':
      return stack.name;
    case 'AWS::NoValue':
      return undefined;
  }
  const parameter = stack.Parameters[name];
  if (!parameter) return existing(name, stack, surroundings).ref;
  const value = surroundings.parameters[name] ?? parameter.Default;
  if (value === undefined) throw new ConfigurationError(`Stack ${stack.name} needs a value for parameter ${name}`);
  return String(value);
}

function attributeOf(logicalId: string, attribute: string, stack: Stack, surroundings: Surroundings): string {
  const value = existing(logicalId, stack, surroundings).attributes[attribute];
  if (value !== undefined) return value;
  throw new ConfigurationError(`Stack ${stack.name}: the local cloud has no attribute ${attribute} of ${logicalId}`);
}

function existing(logicalId: string, stack: Stack, surroundings: Surroundings): Identity {
  if (stack.Resources[logicalId]) return surroundings.identify(stack, logicalId);
  throw new ConfigurationError(`Stack ${stack.name} refers to ${logicalId}, which it does not have`);
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
