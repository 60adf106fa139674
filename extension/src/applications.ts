// Which checklists a person applied, in the order in which that is told again.

/** A list that was applied; no name takes back what was. */
export interface Application {
  readonly uri: string;
  /** Null for every solution of the file. */
  readonly trace: number | null;
  readonly list: string;
}

const mostKept = 200;

/** What is to be remembered once one more was applied: nothing that it takes the place of, and the oldest go first. */
export function remembered(before: readonly Application[], one: Application): readonly Application[] {
  const { uri, trace, list } = one;
  const others = before.filter((each) => each.uri !== uri || (trace !== null && each.trace !== trace));
  // What holds for every solution was taken from this one: that is told again as well.
  const isException = trace !== null && others.some((each) => each.uri === uri && each.trace === null);
  return [...others, ...(list === '' && !isException ? [] : [one])].slice(-mostKept);
}
