// What package.json declares and the code refers to.

export const section = 'reasoningReview';

export const commands = {
  reviewFile: 'reasoningReview.reviewFile',
  reviewAlways: 'reasoningReview.reviewAlways',
  reviewAlike: 'reasoningReview.reviewAlike',
  showFlaggedOnly: 'reasoningReview.showFlaggedOnly',
  showAllSteps: 'reasoningReview.showAllSteps',
  showActions: 'reasoningReview.showActions',
  restoreFinding: 'reasoningReview.restoreFinding',
  showDismissed: 'reasoningReview.showDismissed',
  reviewWorkspace: 'reasoningReview.reviewWorkspace',
  openViewer: 'reasoningReview.openViewer',
  openDesk: 'reasoningReview.openDesk',
  addNote: 'reasoningReview.addNote',
  saveNote: 'reasoningReview.saveNote',
  changeNote: 'reasoningReview.changeNote',
  removeNote: 'reasoningReview.removeNote',
  markSolution: 'reasoningReview.markSolution',
  openReport: 'reasoningReview.openReport',
  saveReport: 'reasoningReview.saveReport',
  printReport: 'reasoningReview.printReport',
  copyReport: 'reasoningReview.copyReport',
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

/** The panel with the report of a file. */
export const reportPanel = 'reasoningReview.report';

/** The panel in which the solutions of a file are read. */
export const viewerPanel = 'reasoningReview.viewer';

/** The panel of a desk. */
export const deskPanel = 'reasoningReview.desk';

/** Whose threads notes are. */
export const notesController = 'reasoningReview.notes';

/** The container of the views in the activity bar. */
export const container = 'reasoningReview';

export const contexts = {
  /** The server is being started. */
  starting: 'reasoningReview.starting',
  /** The server runs. */
  running: 'reasoningReview.running',
  /** The document at hand can be reviewed. */
  readable: 'reasoningReview.readable',
  /** The document at hand is not reviewed and looks like a solution. */
  offered: 'reasoningReview.offered',
  /** The view Steps shows flagged steps alone. */
  flaggedOnly: 'reasoningReview.flaggedOnly',
  /** The server has said whether the document at hand is reviewed. */
  known: 'reasoningReview.known',
  /** The document at hand is reviewed. */
  reviewed: 'reasoningReview.reviewed',
  /** The server applies checklists. */
  checklists: 'reasoningReview.checklists',
  /** The server corrects and refines. */
  corrections: 'reasoningReview.corrections',
  /** A checklist holds for the document at hand. */
  listed: 'reasoningReview.listed',
} as const;
