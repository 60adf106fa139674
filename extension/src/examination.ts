import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { stepAt } from './places';
import { serverCommands, type ExaminationResult } from './protocol';
import { runWithProgress } from './workspaceReview';

/** All that the models say of the solution at the caret; the server shows the page. */
export async function examineScores(client: LanguageClient, editor: vscode.TextEditor): Promise<void> {
  const place = await stepAt(client, editor);
  if (place === undefined) throw new Error('There is no solution in this file.');
  await runWithProgress<ExaminationResult>(client, 'Reasoning Review', serverCommands.examineScores, [place.uri, place.trace]);
}
