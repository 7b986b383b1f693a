import { describe, expect, it } from 'vitest';
import { billOf, measured } from './bill.ts';
import counted from './measured.json' with { type: 'json' };

const none = { per1000Incidents: 0, perAgency: 0, perPerson: 0, perMonth: 0 };
const usage = {
  'dynamodb ledger write': { per1000Incidents: 4_000, perAgency: 10, perPerson: 3, perMonth: 5 },
  'dynamodb ledger index write': { ...none, per1000Incidents: 1_000 },
  'dynamodb months read': { ...none, perAgency: 100 },
  'kms Decrypt': { ...none, perMonth: 7 },
  'gateway requests': { ...none, perPerson: 50, perMonth: 100 },
};
const size = { incidents: 2_000, agencies: 10, people: 7, machines: 2, monthsKept: 1 };

describe('a bill', () => {
  const bill = billOf({ date: '', method: '', usage }, size);
  const quantity = (unit: string) => bill.find((line) => line.unit === unit)?.quantity;

  it('adds up what incidents, agencies, people and the month itself take', () => {
    expect(quantity('write request unit')).toBe(2 * 5_000 + 100 + 21 + 5);
    expect(quantity('read request unit')).toBe(1_000);
    expect(bill.find(({ service }) => service === 'Lambda')?.quantity).toBe(0);
    expect(bill.find(({ service }) => service === 'KMS')).toMatchObject({ quantity: 7, dollars: 7 * 3e-6 });
  });

  it('has what only the API costs: requests twice, by gateway and firewall, people and machines', () => {
    const requests = bill.filter(({ service, unit }) => ['API Gateway', 'WAF'].includes(service) && unit === 'request');
    expect(requests.map(({ quantity }) => quantity)).toEqual([450, 450]);
    expect(bill.filter(({ service }) => service === 'Cognito').map(({ quantity }) => quantity)).toEqual([12, 2, 60]);
  });

  it('grows with the months kept where something is kept, and nowhere else', () => {
    const later = billOf({ date: '', method: '', usage }, { ...size, monthsKept: 12 });
    const grown = later.filter(({ dollars }, index) => dollars > (bill[index]?.dollars ?? 0));
    expect(new Set(grown.map(({ unit }) => unit.split(' ')[0]))).toEqual(new Set(['GB-month']));
  });

  it('has something to go by: every service was measured', () => {
    const names = Object.keys(measured.parse(counted).usage);
    for (const service of ['dynamodb', 's3', 'sqs', 'lambda', 'kms', 'gateway']) {
      expect(
        names.some((name) => name.startsWith(service)),
        service,
      ).toBe(true);
    }
  });
});
