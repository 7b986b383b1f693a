import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** The parameter by which a stack is told whose elements are collected; all stacks that have it are given the same. */
export function createStateProfileParameter(scope: Construct): CfnParameter {
  return new CfnParameter(scope, 'StateProfile', {
    description: 'Two-letter code of the state whose elements are collected; NONE where there are none',
    default: 'NONE',
    allowedPattern: '[A-Z]{2}|NONE',
  });
}

/** The parameter by which a stack is told who sends files to the FBI; all stacks that have it are given the same. */
export function createSubmitterParameter(scope: Construct): CfnParameter {
  return new CfnParameter(scope, 'Submitter', {
    description: 'ORI of the state program: the first part of the name of every file sent to the FBI',
    allowedPattern: '[A-Z0-9]{9}',
  });
}
