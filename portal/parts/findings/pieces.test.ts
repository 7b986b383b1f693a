import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Place, piecesOf, rulerOf } from './pieces.ts';

const place = (first: number, last: number, code = '401'): Place => ({
  columns: [first, last],
  code,
  severity: 'error',
});

it('marks the columns that are named, from 1, both ends included', () => {
  expect(piecesOf('ABCDEF', [place(2, 3)]).map(({ text, places }) => [text, places.length])).toEqual([
    ['A', 0],
    ['BC', 1],
    ['DEF', 0],
  ]);
});

it('says of columns that two findings share what both are', () => {
  const pieces = piecesOf('ABCDEF', [place(1, 4, '401'), place(3, 6, '065')]);
  expect(pieces.map(({ text, places }) => [text, places.map(({ code }) => code).join(' ')])).toEqual([
    ['AB', '401'],
    ['CD', '401 065'],
    ['EF', '065'],
  ]);
});

it('shows what should stand beyond the end of a record as blanks, and not too many', () => {
  expect(piecesOf('AB', [place(5, 6)]).map(({ text }) => text)).toEqual(['AB  ', '  ']);
  expect(piecesOf('AB', [place(3, 5000)]).map(({ text }) => text.length)).toEqual([2, 21]);
});

it('leaves nothing out and adds nothing', () => {
  const places = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 20 })), { maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), places, (text, spans) => {
      const pieces = piecesOf(
        text,
        spans.map(([first, more]) => place(first, first + more)),
      );
      expect(
        pieces
          .map((piece) => piece.text)
          .join('')
          .trimEnd(),
      ).toBe(text.trimEnd());
      expect(pieces.every(({ text: part, columns: [first, last] }) => part.length === last - first + 1)).toBe(true);
    }),
  );
});

it('has a ruler whose numbers end at their column', () => {
  expect(rulerOf(17)).toBe('····5···10···15··');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), (columns) => {
      const ruler = rulerOf(columns);
      expect(ruler).toHaveLength(columns);
      for (const { 0: number, index } of ruler.matchAll(/\d+/g)) {
        if (index + number.length < columns) expect(Number(number)).toBe(index + number.length);
      }
    }),
  );
});
