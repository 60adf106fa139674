// How counts and states are said, alike in the status, the tree and to a screen reader.

export interface Counted {
  readonly flagged: number;
  readonly checked: number;
  readonly nothingCheckable: number;
}

export const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Every count, so that nothing unsaid looks fine. */
export const counts = ({ flagged, checked, nothingCheckable }: Counted) =>
  `${flagged} flagged · ${checked} checked · ${nothingCheckable} nothing checkable`;

export const verdictNames = { yes: 'yes', no: 'no', unsure: 'unsure', 'n/a': 'does not apply' } as const;

/** Why the verdict is what it is: evidence, who answered, how sure, what to mind. */
export const evidenceOf = ({ evidence, by, pYes, residual, caution }: {
  readonly evidence: string; readonly by: string; readonly pYes?: number; readonly residual?: number; readonly caution?: string;
}) => {
  const probability = pYes === undefined ? '' : `, P(YES) ${pYes.toFixed(2)}`;
  const rest = residual === undefined ? '' : `, neither yes nor no ${residual.toFixed(2)}`;
  return [...(evidence === '' ? [] : [evidence]), `— ${by}${probability}${rest}${caution === undefined ? '' : `; ${caution}`}`].join('\n');
};

export const stateNames = { flagged: 'flagged', checked: 'checked', nothingCheckable: 'nothing checkable' } as const;
