import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';

/** Sets of rules that AWS keeps, in the order in which they are asked. */
const managedRules = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesCommonRuleSet',
];

/**
 * Turns away what is no honest request before it costs anything: known bad addresses and payloads, and whoever asks more
 * often than a busy office does (AWS WAF developer guide).
 */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { config, resourceArn }: { config: StageConfig; resourceArn: string }) {
    super(scope, id);
    const visible = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
      metricName: `nibrs-${config.stage}-${metricName}`,
    });
    const acl = new CfnWebACL(this, 'Acl', {
      name: `nibrs-${config.stage}`,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visible('all'),
      rules: [
        {
          name: 'rate',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: {
            rateBasedStatement: {
              limit: config.requestsInFiveMinutes,
              aggregateKeyType: 'IP',
              evaluationWindowSec: 300,
            },
          },
          visibilityConfig: visible('rate'),
        },
        ...managedRules.map((name, index) => ({
          name,
          priority: index + 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name,
              // A list of agencies is larger than 8 KB; the gateway itself takes no more than 10 MB.
              ...(name.includes('Common') && {
                ruleActionOverrides: [{ name: 'SizeRestrictions_BODY', actionToUse: { count: {} } }],
              }),
            },
          },
          visibilityConfig: visible(name),
        })),
      ],
    });
    const logs = new LogGroup(this, 'Logs', {
      // It has to begin so for the firewall to be able to write to it.
      logGroupName: `aws-waf-logs-nibrs-${config.stage}`,
      retention: config.logDays,
      removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [logs.logGroupArn],
      redactedFields: [{ singleHeader: { Name: 'authorization' } }, { queryString: {} }],
      // Who was let through stands in the gateway's own log.
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [{ ActionCondition: { Action: 'BLOCK' } }, { ActionCondition: { Action: 'COUNT' } }],
          },
        ],
      },
    });
    Validations.of(logs).acknowledge({
      id: 'NIST.800.53.R5-CloudWatchLogGroupEncrypted',
      reason: 'Encrypted under a key of CloudWatch (AES-256). Tokens and queries are left out of what is written.',
    });
    new CfnWebACLAssociation(this, 'Association', { resourceArn, webAclArn: acl.attrArn });
  }
}
