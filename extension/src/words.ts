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

export const stateNames = { flagged: 'flagged', checked: 'checked', nothingCheckable: 'nothing checkable' } as const;
