// What package.json declares and the code refers to.

export const section = 'reasoningReview';

export const commands = {
  reviewFile: 'reasoningReview.reviewFile',
  reviewWorkspace: 'reasoningReview.reviewWorkspace',
  openReport: 'reasoningReview.openReport',
  openWorkspaceReport: 'reasoningReview.openWorkspaceReport',
  fixAll: 'reasoningReview.fixAll',
  chooseScores: 'reasoningReview.chooseScores',
  examineScores: 'reasoningReview.examineScores',
  chooseJudge: 'reasoningReview.chooseJudge',
  setKey: 'reasoningReview.setKey',
  applyChecklist: 'reasoningReview.applyChecklist',
  acceptItem: 'reasoningReview.acceptItem',
  overruleItem: 'reasoningReview.overruleItem',
  suggestCorrections: 'reasoningReview.suggestCorrections',
  refine: 'reasoningReview.refine',
  openSample: 'reasoningReview.openSample',
  restart: 'reasoningReview.restart',
  showLog: 'reasoningReview.showLog',
} as const;

export const views = { steps: 'reasoningReview.steps', checklist: 'reasoningReview.checklist' } as const;

export const contexts = {
  /** The server runs. */
  running: 'reasoningReview.running',
  /** The document at hand can be reviewed. */
  readable: 'reasoningReview.readable',
  /** The document at hand is reviewed. */
  reviewed: 'reasoningReview.reviewed',
  /** The server applies checklists. */
  checklists: 'reasoningReview.checklists',
  /** The server corrects and refines. */
  corrections: 'reasoningReview.corrections',
  /** A checklist holds for the document at hand. */
  listed: 'reasoningReview.listed',
} as const;
