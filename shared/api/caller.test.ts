import { describe, expect, it } from 'vitest';
import { callerIn, type Member, memberOf } from './caller.ts';

const claims = { sub: 'person-1', client_id: 'portal', scope: 'openid nibrs/use', username: 'pat' };
const none = async () => [];

describe('a member', () => {
  it.each([
    'agency-clerk,MO1990100,MO1990200',
    '[agency-clerk MO1990100 MO1990200]',
    'agency-clerk, MO1990100 MO1990200',
  ])('has the roles and the agencies of their groups: %s', async (groups) => {
    expect(await memberOf({ ...claims, 'cognito:groups': groups }, none)).toEqual({
      ...{ id: 'person-1', name: 'pat', roles: ['agency-clerk'] },
      oris: ['MO1990100', 'MO1990200'],
    });
  });

  it('is nothing without groups, and no machine by a group', async () => {
    expect(await memberOf(claims, none)).toMatchObject({ roles: [], oris: [] });
    expect(await memberOf({ ...claims, 'cognito:groups': 'machine-uploader' }, none)).toMatchObject({ roles: [] });
  });

  it('is a machine by its scope, for the agencies that name it', async () => {
    const machine = { sub: 'vendor', client_id: 'vendor', scope: 'nibrs/upload', 'cognito:groups': 'state-operator' };
    expect(await memberOf(machine, async (client) => [`${client} agency`])).toEqual({
      ...{ id: 'vendor', name: 'vendor', roles: ['machine-uploader'] },
      oris: ['vendor agency'],
    });
  });
});

describe('the caller of an operation', () => {
  const member: Member = { id: '1', name: 'pat', roles: ['agency-clerk', 'state-auditor'], oris: ['MO1990100'] };

  it('acts in the roles that it is for, and sees no more than those do', () => {
    expect(callerIn(member, ['agency-clerk', 'state-operator'])).toMatchObject({
      roles: ['agency-clerk'],
      agencies: ['MO1990100'],
    });
    expect(callerIn(member, ['agency-clerk', 'state-auditor'])).toMatchObject({ agencies: 'all' });
    expect(callerIn(member, ['element-reader'])).toBeUndefined();
  });

  it('is of no one agency where state elements are read', () => {
    const reader: Member = { ...member, roles: ['element-reader'], oris: [] };
    expect(callerIn(reader, ['element-reader'])).toMatchObject({ agencies: 'all' });
  });
});
