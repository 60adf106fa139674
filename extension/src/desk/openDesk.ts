import * as vscode from 'vscode';
import type { Session } from '../session';
import { Desk } from './desk';

interface Choice extends vscode.QuickPickItem {
  readonly place: vscode.Uri;
}

/** Opens a desk of what was clicked, or of a run, a file or a folder that a person chooses. */
export async function openDesk(session: Session, clicked: vscode.Uri | undefined): Promise<void> {
  const place = clicked ?? await choose();
  if (place !== undefined) session.own(await Desk.open(session.client, session.extension, place));
}

async function choose(): Promise<vscode.Uri | undefined> {
  const runs = await vscode.workspace.findFiles('**/.reasoning/runs/*/run.json', '**/node_modules/**');
  // A page beside it may have the focus.
  const document = (vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0])?.document;
  const choices: Choice[] = [
    ...runs.map((settings) => vscode.Uri.joinPath(settings, '..')).sort((left, right) => left.path.localeCompare(right.path))
      .map((place) => ({ label: nameOf(place), description: 'run', place })),
    ...(document?.uri.scheme === 'file' ? [{ label: nameOf(document.uri), description: 'this file', place: document.uri }] : []),
    ...(vscode.workspace.workspaceFolders ?? []).map(({ name, uri }) =>
      ({ label: name, description: 'every solution of the folder', place: uri })),
  ];
  if (choices.length === 0) throw new Error('Open a folder or a file of solutions first.');
  return (await vscode.window.showQuickPick(choices, { placeHolder: 'Which solutions to work through', matchOnDescription: true }))?.place;
}

const nameOf = (place: vscode.Uri) => place.path.slice(place.path.lastIndexOf('/') + 1);
