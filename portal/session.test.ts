import { expect, it } from 'vitest';
import { Session } from './session.ts';
import type { Token } from './sign-in.ts';

const minute = 60_000;
const first: Token = { value: 'token 0', endsAt: 30 * minute, refresh: 'refresh' };

/** A session whose renewals end when they are told to. */
function sessionOf({ isUnfinished = false } = {}) {
  let now = 0;
  let signIns = 0;
  let told = 0;
  const renewals: PromiseWithResolvers<Token | undefined>[] = [];
  const session = new Session(first, {
    now: () => now,
    renew: () => {
      const renewal = Promise.withResolvers<Token | undefined>();
      renewals.push(renewal);
      return renewal.promise;
    },
    isUnfinished: () => isUnfinished,
    signIn: async () => {
      signIns += 1;
      return new Promise<never>(() => {});
    },
  });
  session.onEnded(() => {
    told += 1;
  });
  return {
    session,
    renewals,
    pass: (millis: number) => {
      now += millis;
    },
    renew: () => renewals.at(-1)?.resolve({ ...first, value: `token ${renewals.length}`, endsAt: now + 30 * minute }),
    counts: () => ({ renewals: renewals.length, signIns, told }),
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('keeps a token until shortly before its end, and renews it once for all who ask', async () => {
  const { session, pass, renew, counts } = sessionOf();
  pass(30 * minute - 10_001);
  expect([await session.token(), counts().renewals]).toEqual(['token 0', 0]);
  pass(1);
  const asked = [session.token(), session.token(), session.tokenAfter('token 0')];
  renew();
  expect(await Promise.all(asked)).toEqual(['token 1', 'token 1', 'token 1']);
  expect([await session.token(), counts()]).toEqual(['token 1', { renewals: 1, signIns: 0, told: 0 }]);
});

it('renews a token that was refused, unless somebody has', async () => {
  const { session, renew, counts } = sessionOf();
  const asked = session.tokenAfter('token 0');
  renew();
  expect([await asked, await session.tokenAfter('token 0'), counts().renewals]).toEqual(['token 1', 'token 1', 1]);
});

it('tries again later where the issuer could not be asked', async () => {
  const { session, pass, renewals, renew } = sessionOf();
  pass(31 * minute);
  const asked = session.token();
  renewals[0]?.reject(new TypeError('no network'));
  await expect(asked).rejects.toMatchObject({ status: 0, mayPass: true });
  const again = session.token();
  renew();
  expect(await again).toBe('token 2');
});

it('sends somebody to sign in again once it has ended', async () => {
  const { session, pass, renewals, counts } = sessionOf();
  pass(31 * minute);
  void session.token();
  renewals[0]?.resolve(undefined);
  await settled();
  expect(counts()).toEqual({ renewals: 1, signIns: 1, told: 0 });
});

it('tells that it has ended where leaving would lose something, and goes nowhere', async () => {
  const { session, pass, renewals, counts } = sessionOf({ isUnfinished: true });
  pass(31 * minute);
  const asked = session.token();
  renewals[0]?.resolve(undefined);
  await expect(asked).rejects.toMatchObject({ title: 'Your session has ended', mayPass: false });
  expect(counts()).toEqual({ renewals: 1, signIns: 0, told: 1 });
});
