// Messages that only this server knows; src/ReasoningLsp.Server/README.md says what they mean.
import { NotificationType, RequestType, type Position, type Range, type TextDocumentIdentifier, type VersionedTextDocumentIdentifier } from 'vscode-languageclient/node';

export type StepState = 'flagged' | 'checked' | 'nothingCheckable';

export interface Counts {
  readonly flagged: number;
  readonly checked: number;
  readonly nothingCheckable: number;
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
  /** Of these the ones that it doubts. */
  readonly doubted: number;
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

export interface StepInfo {
  readonly name: string;
  readonly range: Range;
  readonly state: StepState;
  readonly score?: number;
  readonly doubted?: boolean;
  readonly findings: readonly FindingInfo[];
}

export interface TraceInfo extends Counts {
  readonly name: string;
  readonly range: Range;
  readonly steps: readonly StepInfo[];
  /** Those of no step. */
  readonly findings: readonly FindingInfo[];
}

export interface StepsResult {
  readonly version: number;
  readonly traces: readonly TraceInfo[];
}

/** What `reasoning.reviewWorkspace` returns. */
export interface WorkspaceResult extends Counts {
  readonly files: number;
  readonly traces: number;
  readonly steps: number;
  readonly cancelled: boolean;
  readonly flaggedFiles: readonly { readonly uri: string; readonly errors: number; readonly warnings: number }[];
}

export const Reviewed = new NotificationType<ReviewedParams>('$/reasoning/reviewed');
export const Scores = new NotificationType<ScoresParams>('$/reasoning/scores');
export const FileProgress = new NotificationType<FileProgressParams>('$/reasoning/fileProgress');
export const Caret = new NotificationType<CaretParams>('$/reasoning/caret');
export const Steps = new RequestType<{ textDocument: TextDocumentIdentifier }, StepsResult | null, void>('reasoning/steps');

/** Commands that the server carries out. */
export const serverCommands = {
  reviewFile: 'reasoning.reviewFile',
  reviewWorkspace: 'reasoning.reviewWorkspace',
  openReport: 'reasoning.openReport',
  fixAll: 'reasoning.fixAll',
  listModels: 'reasoning.listModels',
  explainRule: 'reasoning.explainRule',
} as const;
