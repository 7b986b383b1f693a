/** Random choices that a seed decides: the same seed draws the same, on every machine and in every version. */
export interface Draw {
  /** From `first` to `last`, both included. */
  integer(first: number, last: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** `count` different members of a list, in its order; all of them when it has fewer. */
  several<T>(list: readonly T[], count: number): T[];
}

/** The choices of a seed; `strand` gives independent sequences of one seed, one a report. */
export function drawFrom(seed: number, strand = 0): Draw {
  const random = mulberry32(seed + Math.imul(strand + 1, 0x9e3779b1));
  const integer = (first: number, last: number) => first + Math.floor(random() * (last - first + 1));
  return {
    integer,
    chance: (probability) => random() < probability,
    pick: (list) => list[integer(0, list.length - 1)] ?? list[0],
    several(list, count) {
      const left = [...list];
      while (left.length > count) left.splice(integer(0, left.length - 1), 1);
      return left;
    },
  };
}

/** Tommy Ettinger's generator (public domain): 32 bits of state, even enough for test data. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
