/** What the CDK command runs (see cdk.json): `npx aws-cdk deploy --all -c stage=dev`. */
import { App } from 'aws-cdk-lib';
import { withBundledFunctions } from './functions.ts';
import { addNibrsLedger } from './nibrs-ledger.ts';

withBundledFunctions((codeOf) => {
  const app = new App();
  addNibrsLedger(app, app.node.tryGetContext('stage') ?? 'dev', codeOf);
  app.synth();
});
