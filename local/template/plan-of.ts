import { ConfigurationError } from '../../shared/errors.ts';
import { adders } from './adders.ts';
import type { Assembly, Stack } from './assembly.ts';
import { identityOf, type RunType, runTypes } from './identity.ts';
import { ignoredTypes } from './ignored.ts';
import { resolve, type Surroundings } from './intrinsics.ts';
import { type LocalAddresses, localAddress } from './local-address.ts';
import type { Plan } from './plan.ts';

/**
 * What a synthesized assembly asks for. Throws `ConfigurationError` for a resource type that is neither run nor
 * deliberately ignored, for a property that the local cloud cannot honour and for a reference to nothing.
 */
export function planOf(assembly: Assembly, parameters: Record<string, string>, addresses: LocalAddresses): Plan {
  const plan: Plan = {
    queues: [],
    buckets: [],
    tables: [],
    keys: [],
    functions: [],
    aliases: [],
    mappings: [],
    schedules: [],
    alarms: [],
    compositeAlarms: [],
    dashboards: [],
    apis: [],
    stages: [],
    userPools: [],
    userPoolClients: [],
    userPoolGroups: [],
    outputs: {},
  };
  const surroundings: Surroundings = {
    stacks: assembly.stacks,
    parameters,
    identify: (stack, logicalId) => identityOf(stack, logicalId, addresses),
    locate: (text) => localAddress(text, addresses),
  };
  for (const stack of assembly.stacks) {
    for (const [logicalId, resource] of Object.entries(stack.Resources)) {
      if (!isRun(resource.Type, stack, logicalId)) continue;
      const place = { stack, logicalId, resource, surroundings, assets: assembly.assets };
      adders[resource.Type](plan, place);
    }
    for (const [name, { Value, Export }] of Object.entries(stack.Outputs)) {
      // Exports are how stacks find each other; the others are for people and tools.
      if (!Export) plan.outputs[name] = String(resolve(Value, stack, surroundings));
    }
  }
  return plan;
}

function isRun(type: string, stack: Stack, logicalId: string): type is RunType {
  if ((runTypes as readonly string[]).includes(type)) return true;
  if (ignoredTypes.has(type)) return false;
  throw new ConfigurationError(
    `Stack ${stack.name}, resource ${logicalId}: the local cloud does not know the type ${type}. ` +
      'Run it in local/template/adders.ts, or give the reason to ignore it in local/template/ignored.ts',
  );
}
