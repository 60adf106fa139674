// Messages that only this server knows; src/ReasoningLsp.Server/README.md says what they mean.
import {
  NotificationType, RequestType, type Position, type Range, type TextDocumentIdentifier, type VersionedTextDocumentIdentifier,
} from 'vscode-languageclient/node';

export type StepState = 'flagged' | 'checked' | 'nothingCheckable' | 'doubted' | 'dismissed' | 'silenced';

export interface Counts {
  readonly flagged: number;
  readonly checked: number;
  readonly nothingCheckable: number;
  /** Steps that a model alone finds wrong. */
  readonly doubted?: number;
  readonly dismissed?: number;
  readonly silenced?: number;
}

export interface ReviewedParams extends Counts {
  readonly textDocument: VersionedTextDocumentIdentifier;
  readonly isReviewed: boolean;
  readonly traces: number;
  readonly steps: number;
  /** Findings that wait until the step being typed is left. */
  readonly waiting: number;
  /** Steps that a reward model has scored. */
  readonly scored: number;
  /** Errors and warnings that speak of a solution as a whole, such as of its answer. */
  readonly ofWhole: number;
  /** Of a document that is not reviewed: whether it looks like a solution. */
  readonly looksLikeSolution: boolean;
}

/** How far the scoring of a document is. */
export interface ScoresParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly state: 'off' | 'scoring' | 'ready' | 'failed';
  readonly model: string;
  readonly message?: string;
}

/** A model that a setting can name. */
export interface KnownModel {
  readonly name: string;
  readonly description: string;
  /** The setting that takes it. */
  readonly use: 'scores' | 'judge';
}

export interface FileProgressParams {
  readonly textDocument: VersionedTextDocumentIdentifier;
  readonly processing: readonly Range[];
}

export interface CaretParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

export interface FindingInfo {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: Range;
}

/** A finding that people set aside. */
export interface SetAsideInfo {
  readonly rule: string;
  readonly message: string;
  readonly range: Range;
  readonly by: 'decision' | 'comment' | 'baseline';
  readonly reason: string;
  readonly who?: string;
  /** What takes it back, where a decision set it aside. */
  readonly undo?: unknown;
}

export interface StepInfo {
  readonly name: string;
  /** The relation that decides its state, or its first line. */
  readonly text: string;
  readonly range: Range;
  readonly state: StepState;
  readonly score?: number;
  readonly doubted?: boolean;
  readonly findings: readonly FindingInfo[];
  readonly setAside: readonly SetAsideInfo[];
  readonly notes: readonly NoteText[];
}

/** A note of a person's. */
export interface NoteText {
  readonly id: string;
  readonly text: string;
  readonly who?: string;
  readonly when: string;
  /** It was written of an earlier text. */
  readonly outdated?: boolean;
}

/** A person's mark, 0 to 4. */
export interface MarkText {
  readonly mark: number;
  readonly comment: string;
  readonly who?: string;
  readonly outdated?: boolean;
}

export interface TraceInfo extends Counts {
  readonly name: string;
  /** Every count in words. */
  readonly summary: string;
  readonly range: Range;
  /** Absent where many solutions were asked for in brief. */
  readonly steps?: readonly StepInfo[];
  /** Those of no step. */
  readonly findings: readonly FindingInfo[];
  readonly setAside: readonly SetAsideInfo[];
  readonly notes: readonly NoteText[];
  readonly mark?: MarkText;
}

export interface StepsResult {
  readonly version: number;
  readonly traces: readonly TraceInfo[];
}

/** A stretch of text; mathematics stands without its delimiters. */
export interface TextPart {
  readonly kind: 'prose' | 'inlineMath' | 'displayMath' | 'code';
  readonly text: string;
}

export interface FindingText extends FindingInfo {
  readonly evidence: readonly { readonly name: string; readonly value: string }[];
  /** Whether something can be done about it by an edit. */
  readonly fixable: boolean;
  /** What a person said of it, in words. */
  readonly said?: string;
  readonly decision?: 'accepted' | 'wrong-finding' | 'asked';
  /** What an exact fix would do, in words. */
  readonly fix?: string;
}

export interface StepText {
  readonly name: string;
  readonly state: StepState;
  readonly range: Range;
  readonly parts: readonly TextPart[];
  readonly findings: readonly FindingText[];
  /** What was set aside, and how. */
  readonly aside: readonly string[];
  readonly notes: readonly NoteText[];
  /** A reward model's. */
  readonly score?: number;
}

export interface ItemText {
  readonly question: string;
  readonly verdict: string;
  readonly evidence: string;
  readonly by: string;
}

/** One solution as a person reads it. */
export interface TraceText {
  readonly name: string;
  readonly summary: string;
  readonly range: Range;
  readonly problem: readonly TextPart[];
  readonly steps: readonly StepText[];
  readonly answer: readonly TextPart[];
  readonly findings: readonly FindingText[];
  readonly checklist: readonly ItemText[];
  readonly notes: readonly NoteText[];
  readonly mark?: MarkText;
}

/** What `reasoning.reviewWorkspace` returns. */
export interface WorkspaceResult extends Counts {
  readonly files: number;
  readonly traces: number;
  readonly steps: number;
  readonly cancelled: boolean;
  readonly flaggedFiles: readonly { readonly uri: string; readonly errors: number; readonly warnings: number }[];
  /** Files that look like solutions, where none asks for review. */
  readonly candidates: readonly string[];
}

export type Verdict = 'yes' | 'no' | 'unsure' | 'n/a';

/** One item of a checklist with its verdict. */
export interface ItemInfo {
  readonly id: string;
  readonly question: string;
  readonly verdict: Verdict;
  readonly pYes?: number;
  /** What the judge gives to neither yes nor no. */
  readonly residual?: number;
  /** Who answered, for a person to read. */
  readonly by: string;
  readonly evidence: string;
  readonly range?: Range;
  readonly caution?: string;
  /** A person decided it. */
  readonly decided: boolean;
  /** A judge answered it of an earlier text. */
  readonly outOfDate: boolean;
}

/** The checklist of a solution; without a name none holds for it. */
export interface TraceChecklist {
  readonly trace: number;
  readonly name: string;
  readonly checklist?: string;
  readonly passRate?: number;
  readonly summary?: string;
  readonly problems: readonly string[];
  readonly items: readonly ItemInfo[];
}

export interface ChecklistResult {
  readonly traces: readonly TraceChecklist[];
}

/** A correction that passed its checks. */
export interface CorrectionInfo {
  readonly id: number;
  readonly label: string;
  readonly verified: boolean;
  readonly proof: string;
  readonly text: string;
}

export interface CorrectionParams {
  readonly textDocument: VersionedTextDocumentIdentifier;
  readonly trace: number;
  readonly step: number;
  readonly correction: CorrectionInfo;
}

/** What `reasoning.suggestCorrections` returns, best first. */
export interface CorrectionsResult {
  readonly corrections: readonly CorrectionInfo[];
  /** What is missing. */
  readonly message?: string;
}

/** What `reasoning.examineScores` returns: a page of Markdown. */
export interface ExaminationResult {
  readonly summary: string;
  readonly markdown: string;
  readonly cancelled: boolean;
}

/** What `reasoning.refine` returns. */
export interface RefineAccount {
  readonly rounds: readonly unknown[];
  readonly applied: boolean;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly account: string;
}

export const Reviewed = new NotificationType<ReviewedParams>('$/reasoning/reviewed');
export const Scores = new NotificationType<ScoresParams>('$/reasoning/scores');
export const FileProgress = new NotificationType<FileProgressParams>('$/reasoning/fileProgress');
export const Caret = new NotificationType<CaretParams>('$/reasoning/caret');
export interface StepsParams {
  readonly textDocument: TextDocumentIdentifier;
  /** Of many solutions none is wanted with its steps, but those at whose steps notes hang. */
  readonly brief?: boolean;
  /** The one solution that is wanted. */
  readonly trace?: number;
}
export const Steps = new RequestType<StepsParams, StepsResult | null, void>('reasoning/steps');
export const Trace = new RequestType<{ textDocument: TextDocumentIdentifier; trace: number }, TraceText | null, void>('reasoning/trace');

export const Checklist = new RequestType<{ textDocument: TextDocumentIdentifier }, ChecklistResult | null, void>('reasoning/checklist');
export const CorrectionFound = new NotificationType<CorrectionParams>('$/reasoning/correction');

/** A solution in the list of a desk. */
export interface DeskRow {
  readonly row: number;
  readonly name: string;
  readonly state: 'flagged' | 'accepted' | 'dismissed' | 'asked' | 'right' | 'clean' | 'unread';
  readonly why: string;
  readonly steps: number;
  readonly findings: number;
  readonly mark?: number;
  readonly notes: number;
}

export interface DeskInfo {
  readonly desk: number;
  readonly name: string;
  readonly kind: 'run' | 'file' | 'folder';
}

export interface DeskList {
  readonly total: number;
  readonly all: number;
  readonly isComplete: boolean;
  readonly position: number;
  readonly problem?: string;
}

export interface DeskTrace {
  readonly row: DeskRow;
  readonly trace: TraceText;
  readonly begin: number;
  readonly group?: string;
  readonly groupRows: number;
  readonly uri?: string;
  readonly line: number;
}

export interface DeskGroup {
  readonly key: string;
  readonly rule: string;
  readonly message: string;
  readonly rows: number;
  readonly findings: number;
  readonly decided: number;
  /** What was decided: open, accepted, dismissed, or how many of each. */
  readonly state: string;
}

export interface DeskSaid {
  readonly said: string;
  readonly row: number;
  readonly rows: number;
}

export interface DeskChanged {
  readonly desk: number;
  readonly all: number;
  readonly isComplete: boolean;
  readonly problem?: string;
}

export const DeskNews = new NotificationType<DeskChanged>('$/reasoning/deskChanged');

/** Commands that the server carries out. */
export const serverCommands = {
  reviewFile: 'reasoning.reviewFile',
  includeFiles: 'reasoning.includeFiles',
  note: 'reasoning.note',
  mark: 'reasoning.mark',
  markWrong: 'reasoning.markWrong',
  restoreFinding: 'reasoning.restoreFinding',
  reviewWorkspace: 'reasoning.reviewWorkspace',
  openReport: 'reasoning.openReport',
  reportText: 'reasoning.reportText',
  fixAll: 'reasoning.fixAll',
  listModels: 'reasoning.listModels',
  offerModels: 'reasoning.offerModels',
  models: 'reasoning.models',
  explainRule: 'reasoning.explainRule',
  listChecklists: 'reasoning.listChecklists',
  applyChecklist: 'reasoning.applyChecklist',
  decideItem: 'reasoning.decideItem',
  suggestCorrections: 'reasoning.suggestCorrections',
  applyCorrection: 'reasoning.applyCorrection',
  refine: 'reasoning.refine',
  examineScores: 'reasoning.examineScores',
  reviewText: 'reasoning.reviewText',
} as const;
