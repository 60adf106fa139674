// How counts and states are said, alike in the status, the tree and to a screen reader.

export interface Counted {
  readonly flagged: number;
  readonly checked: number;
  readonly nothingCheckable: number;
  readonly doubted?: number;
  readonly dismissed?: number;
  readonly silenced?: number;
  readonly ofWhole?: number;
}

export const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** The states of a step, as the editor calls them. */
export const stateNames = {
  flagged: 'wrong', checked: 'right', nothingCheckable: 'not checkable', doubted: 'doubted', dismissed: 'dismissed', silenced: 'silenced',
} as const;

/** Every step is counted, and what is none is not said. */
export const counts = ({ flagged, checked, nothingCheckable, doubted = 0, dismissed = 0, silenced = 0, ofWhole = 0 }: Counted) => {
  const said = [
    [flagged, stateNames.flagged], [doubted, stateNames.doubted], [checked, stateNames.checked],
    [nothingCheckable, stateNames.nothingCheckable], [dismissed, stateNames.dismissed], [silenced, stateNames.silenced],
    [ofWhole, 'on the whole solution'],
  ] as const;
  return said.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`).join(' · ') || 'no steps';
};

export const verdictNames = { yes: 'yes', no: 'no', unsure: 'unsure', 'n/a': 'does not apply' } as const;

/** Why the verdict is what it is: evidence, who answered, how sure, what to mind. */
export const evidenceOf = ({ evidence, by, pYes, residual, caution }: {
  readonly evidence: string; readonly by: string; readonly pYes?: number; readonly residual?: number; readonly caution?: string;
}) => {
  const probability = pYes === undefined ? '' : `, ${Math.round(100 * pYes)} % for yes`;
  const rest = residual === undefined ? '' : `, ${Math.round(100 * residual)} % for neither yes nor no`;
  return [...(evidence === '' ? [] : [evidence]), `— ${by}${probability}${rest}${caution === undefined ? '' : `; ${caution}`}`].join('\n');
};

export const stateSigns = {
  flagged: '✗', checked: '✓', nothingCheckable: '○', doubted: '?', dismissed: '⊘', silenced: '⊘',
} as const;

/** What a person decided of a finding, by shape. */
export const decisionSigns = { accepted: '✔', 'wrong-finding': '⊘', asked: '?' } as const;

/** Whose a note is, and whether it still speaks of what stands there. */
export const noteBy = ({ who, outdated }: { readonly who?: string; readonly outdated?: boolean }) =>
  `${who ?? 'a person'}${outdated === true ? ', of an earlier text' : ''}:`;

/** A mark in words. */
export const markWords = ({ mark, who, comment, outdated }: {
  readonly mark: number; readonly who?: string; readonly comment: string; readonly outdated?: boolean;
}) => `mark ${mark} of 4${who === undefined ? '' : ` by ${who}`}${outdated === true ? ', given to an earlier text' : ''}`
  + `${comment === '' ? '' : `: ${comment}`}`;

/** How a finding was set aside. */
export const asideWords = ({ by, reason, who }: { readonly by: string; readonly reason: string; readonly who?: string }) =>
  by === 'decision' ? `dismissed by ${who ?? 'a person'}${reason === '' ? '' : `: ${reason}`}`
    : by === 'comment' ? 'silenced by a comment' : 'known to the baseline';
