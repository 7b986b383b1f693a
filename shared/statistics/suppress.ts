import { UsageError } from '../errors.ts';

/**
 * Which figures must not be published, so that the small ones cannot be computed from the others.
 *
 * The figures are a network. Each flows from one sum into another, and at every node as much comes in as goes out: a
 * row total comes into its row and its cells go out. A table that agrees with what is published is then another flow
 * through the suppressed figures, and it differs from the true one by circuits. So a figure can be `n` larger if, and
 * only if, `n` units can flow from where it goes back to where it comes from; that is how far an attacker can be misled,
 * and a search that finds the way is the proof.
 *
 * Where suppressed figures do not give enough way, the search goes over published ones, which costs what they count, and
 * those on the cheapest way are suppressed as well. Nothing is left to chance: the same figures in the same order give
 * the same result.
 */

/** One figure to be published or not. */
export interface Figure {
  /** The nodes between which it stands. */
  readonly from: string;
  readonly to: string;
  readonly value: number;
  /** People may know it from elsewhere. It protects no other figure, even where it is suppressed itself. */
  readonly known: boolean;
}

export interface SuppressionRule {
  /** Figures below it are small. */
  threshold: number;
  /** How many values a suppressed figure must leave possible, besides its own; not less than `threshold`. */
  width: number;
  /** Zero counts as small. */
  zeros: boolean;
}

export const standardRule: SuppressionRule = { threshold: 5, width: 5, zeros: false };

/**
 * The figures that must be suppressed. From what is published, anything from 0 to `width` is possible for a small figure,
 * and `width` values besides the true one for a figure which is suppressed to protect others. The same holds against
 * somebody who has all figures that are `known`, as far as these leave a choice.
 */
export function suppress(figures: readonly Figure[], rule: SuppressionRule): ReadonlySet<Figure> {
  if (!(Number.isInteger(rule.threshold) && rule.threshold > 0 && rule.width >= rule.threshold)) {
    throw new UsageError('The threshold of suppression is a whole number above 0, and the width not less than that.');
  }
  const arcs = networkOf(figures);
  const isSmall = (value: number) => value < rule.threshold && (value > 0 || rule.zeros);
  const suppressed = new Set(arcs.list.filter(({ figure }) => isSmall(figure.value)));
  // Grows while it is walked through: what is suppressed to protect others is protected in its turn.
  for (const arc of suppressed) {
    for (const knowing of [true, false]) {
      if (knowing && arc.figure.known) continue;
      const search = { arcs, suppressed, knowing };
      if (isSmall(arc.figure.value)) protectSmall(search, arc, rule.width);
      else protectOther(search, arc, rule.width);
    }
  }
  return new Set([...suppressed].map(({ figure }) => figure));
}

interface Arc {
  figure: Figure;
  from: number;
  to: number;
  /** Its value in the table which the search makes up. */
  flow: number;
}

/** A way along an arc: with it, which makes its figure larger, or against it. */
interface Step {
  arc: Arc;
  forward: boolean;
}

interface Network {
  list: Arc[];
  /** The steps that leave each node. */
  steps: Step[][];
  /** More than any way costs that has no zero on it. */
  lastResort: number;
}

interface Search {
  arcs: Network;
  suppressed: Set<Arc>;
  /** Whether the attacker has the figures that are known. */
  knowing: boolean;
}

function networkOf(figures: readonly Figure[]): Network {
  const nodes = new Map<string, number>();
  const steps: Step[][] = [];
  const nodeOf = (name: string) => {
    const node = nodes.get(name) ?? nodes.size;
    nodes.set(name, node);
    steps[node] ??= [];
    return node;
  };
  const list = figures.map((figure): Arc => {
    const arc = { figure, from: nodeOf(figure.from), to: nodeOf(figure.to), flow: figure.value };
    steps[arc.from]?.push({ arc, forward: true });
    steps[arc.to]?.push({ arc, forward: false });
    return arc;
  });
  return { list, steps, lastResort: 1 + figures.reduce((sum, { value }) => sum + value, 0) };
}

function protectSmall(search: Search, arc: Arc, width: number): void {
  move(search, arc, 'down', arc.figure.value, 'at any price');
  move(search, arc, 'up', width - arc.figure.value, 'at any price');
}

function protectOther(search: Search, arc: Arc, width: number): void {
  const { value } = arc.figure;
  const down = move(search, arc, 'down', Math.min(width, value), 'for nothing');
  const up = move(search, arc, 'up', width - down, 'for nothing');
  if (down + up >= width) return;
  const further = move(search, arc, 'down', Math.min(width, value), 'at any price');
  move(search, arc, 'up', width - further, 'at any price');
}

/** Moves a figure away from its value by up to `amount`, and suppresses what that takes. Returns how far it came. */
function move(
  search: Search,
  target: Arc,
  direction: 'up' | 'down',
  amount: number,
  price: 'for nothing' | 'at any price',
): number {
  for (const arc of search.arcs.list) arc.flow = arc.figure.value;
  const [start, goal] = direction === 'up' ? [target.to, target.from] : [target.from, target.to];
  let moved = 0;
  while (moved < amount) {
    const way = cheapestWay(search, target, start, goal, price === 'for nothing' ? 0 : Number.POSITIVE_INFINITY);
    if (!way) break;
    const units = way.reduce(
      (least, { arc, forward }) => (forward ? least : Math.min(least, arc.flow)),
      amount - moved,
    );
    for (const { arc, forward } of way) {
      arc.flow += forward ? units : -units;
      search.suppressed.add(arc);
    }
    moved += units;
  }
  return moved;
}

/** Dijkstra's search. Most ways cost nothing, so nodes that are as near as the nearest wait on a stack of their own. */
function cheapestWay(search: Search, target: Arc, start: number, goal: number, limit: number): Step[] | undefined {
  const { steps } = search.arcs;
  const costs = new Float64Array(steps.length).fill(Number.POSITIVE_INFINITY);
  const arrivals: (Step | undefined)[] = [];
  const done = new Uint8Array(steps.length);
  costs[start] = 0;
  const nearest = [start];
  while (done[goal] === 0) {
    const node = nearest.pop() ?? nearestOf(costs, done);
    if (node === undefined) return undefined;
    done[node] = 1;
    for (const step of steps[node] ?? []) {
      const next = endOf(step);
      const cost = (costs[node] ?? 0) + costOf(search, target, step);
      if (cost > limit || cost >= (costs[next] ?? 0)) continue;
      costs[next] = cost;
      arrivals[next] = step;
      if (cost === costs[node]) nearest.push(next);
    }
  }
  return wayTo(goal, start, arrivals);
}

function nearestOf(costs: Float64Array, done: Uint8Array): number | undefined {
  let nearest: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let node = 0; node < costs.length; node++) {
    const cost = costs[node] ?? 0;
    if (done[node] === 1 || cost >= least) continue;
    nearest = node;
    least = cost;
  }
  return nearest;
}

/** What a step takes from the publication. A zero is the last resort: often everybody knows that it must be one. */
function costOf({ arcs, suppressed, knowing }: Search, target: Arc, { arc, forward }: Step): number {
  if (arc === target || (knowing && arc.figure.known) || (!forward && arc.flow === 0)) return Number.POSITIVE_INFINITY;
  if (suppressed.has(arc)) return 0;
  return arc.figure.value || arcs.lastResort;
}

function endOf({ arc, forward }: Step): number {
  return forward ? arc.to : arc.from;
}

function wayTo(goal: number, start: number, arrivals: readonly (Step | undefined)[]): Step[] {
  const way: Step[] = [];
  for (let node = goal; node !== start; ) {
    const step = arrivals[node];
    if (!step) break;
    way.push(step);
    node = step.forward ? step.arc.from : step.arc.to;
  }
  return way;
}
