import * as vscode from 'vscode';
import type { Here } from './here';
import { commands, section } from './names';
import { solutionAt } from './places';
import { serverCommands, type ExaminationResult } from './protocol';
import { notTrusted, Remedied } from './remedied';
import type { Session } from './session';
import { runWithProgress } from './workspaceReview';

/** All that the models say of the solution at the caret; the server shows the page. */
export async function examineScores(session: Session, editor: Here): Promise<void> {
  const place = await solutionAt(session, editor);
  if (!vscode.workspace.isTrusted) throw notTrusted();
  const settings = vscode.workspace.getConfiguration(section);
  if ([settings.get('scores', 'off'), settings.get('judge', 'off')].every((model) => model === 'off'))
    throw new Remedied('To look closer is to ask a model about every step, and none is chosen.', 'Choose a Model', commands.chooseScores);
  await runWithProgress<ExaminationResult>(session.client, 'Reasoning Review', serverCommands.examineScores, [place.uri, place.trace]);
}
