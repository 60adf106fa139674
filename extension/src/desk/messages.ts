// What the page of a desk and the extension say to each other.
import type { DeskGroup, DeskList, DeskRow, DeskSaid, MarkText, NoteText, StepState } from '../protocol';

export type Filter = 'all' | 'flagged' | 'undecided';

/** A step as the page must know it; how it reads is in the HTML. */
export interface StepSketch {
  readonly name: string;
  readonly state: StepState;
  readonly findings: number;
  /** Errors and warnings that nobody called right or wrong. */
  readonly open: number;
  readonly notes: readonly NoteText[];
}

/** An item of a checklist as the page must know it. */
export interface ItemSketch {
  readonly question: string;
  readonly verdict: string;
  readonly by: string;
}

export interface Solution {
  readonly row: DeskRow;
  readonly name: string;
  readonly summary: string;
  readonly html: string;
  readonly steps: readonly StepSketch[];
  readonly notes: readonly NoteText[];
  readonly items: readonly ItemSketch[];
  readonly mark?: MarkText;
  readonly begin: number;
  readonly group?: string;
  readonly groupRows: number;
  readonly hasSource: boolean;
}

/** What a person says. */
export interface Saying {
  readonly row: number;
  readonly decision: 'accepted' | 'wrong-finding' | 'asked' | 'mark' | 'note' | 'item-verdict';
  readonly step?: number;
  readonly text?: string;
  readonly whom?: string;
  readonly mark?: number;
  readonly group?: string;
  readonly note?: string;
  readonly item?: number;
  readonly verdict?: string;
}

/** The questions of the page, each with its parameters and its answer. */
export interface Questions {
  list: [{ filter: Filter; group?: string; find?: number }, DeskList];
  page: [{ from: number; count: number }, { from: number; rows: readonly DeskRow[] }];
  trace: [{ row: number }, Solution];
  groups: [Record<string, never>, { groups: readonly DeskGroup[] }];
  decide: [Saying, DeskSaid];
  undo: [Record<string, never>, DeskSaid];
}

export type Question = keyof Questions;

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'source'; readonly row: number }
  | { readonly type: 'ask'; readonly id: number; readonly what: Question; readonly params: unknown };

export type ToPage =
  | { readonly type: 'opened'; readonly uri: string; readonly name: string; readonly kind: string }
  | { readonly type: 'changed'; readonly all: number; readonly isComplete: boolean; readonly problem?: string }
  | { readonly type: 'answer'; readonly id: number; readonly result?: unknown; readonly error?: string };
