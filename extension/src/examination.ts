import type * as vscode from 'vscode';
import { stepAt } from './places';
import { serverCommands, type ExaminationResult } from './protocol';
import type { Session } from './session';
import { runWithProgress } from './workspaceReview';

/** All that the models say of the solution at the caret; the server shows the page. */
export async function examineScores(session: Session, editor: vscode.TextEditor): Promise<void> {
  const place = await stepAt(session, editor);
  if (place === undefined) throw new Error('There is no solution in this file.');
  await runWithProgress<ExaminationResult>(session.client, 'Reasoning Review', serverCommands.examineScores, [place.uri, place.trace]);
}
