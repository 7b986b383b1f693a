/**
 * Resource types that the local cloud deliberately does not run, each with its reason. A type that is neither here nor
 * run is an error at start, so that nothing in a template is left out in silence.
 */
export const ignoredTypes: ReadonlyMap<string, string> = new Map([
  ['AWS::IAM::Role', 'functions run with all rights of this machine; tests of the template check what each may do'],
  ['AWS::IAM::Policy', 'as roles'],
  ['AWS::Lambda::Version', 'there is one version of a function at a time: the one of the template'],
  ['AWS::SQS::QueuePolicy', 'only this machine reaches the queues'],
  ['AWS::S3::BucketPolicy', 'only this machine reaches the buckets'],
  ['AWS::Logs::LogGroup', 'logs go to whoever started the local cloud'],
  ['AWS::Logs::QueryDefinition', 'logs go to whoever started the local cloud'],
  ['AWS::CloudTrail::Trail', 'whoever owns this machine could change it'],
  ['AWS::Backup::BackupVault', 'only production has backups; nibrs export makes a copy of a local ledger'],
  ['AWS::Backup::BackupPlan', 'as vaults'],
  ['AWS::Backup::BackupSelection', 'as vaults'],
  ['AWS::SNS::Topic', 'only alarms use one'],
  ['AWS::SNS::TopicPolicy', 'as topics'],
  ['AWS::ApiGateway::Deployment', 'the gateway always serves what the template says'],
  ['AWS::ApiGateway::Account', 'only access logs need it'],
  ['AWS::Lambda::Permission', 'as roles'],
  ['AWS::WAFv2::WebACL', 'only this machine reaches the gateway'],
  ['AWS::WAFv2::WebACLAssociation', 'only this machine reaches the gateway'],
  ['AWS::WAFv2::LoggingConfiguration', 'only this machine reaches the gateway'],
  ['AWS::Cognito::UserPoolDomain', 'people sign in at the address of the local issuer'],
  ['AWS::Cognito::UserPoolResourceServer', 'clients name the scopes that they may ask for'],
]);
