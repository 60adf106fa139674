import * as vscode from 'vscode';
import type { Session } from '../session';
import { Desk } from './desk';

interface Choice extends vscode.QuickPickItem {
  readonly place: vscode.Uri;
}

/** Opens a desk of what was clicked, or of a run, a file or a folder that a person chooses. */
export async function openDesk(session: Session, clicked: vscode.Uri | undefined): Promise<void> {
  const place = clicked ?? await choose();
  if (place !== undefined) await showDesk(session, place);
}

/** The desk of a place: the one that stands open, read anew, or one in `panel` or a panel of its own. */
export async function showDesk(session: Session, place: vscode.Uri, panel?: vscode.WebviewPanel): Promise<void> {
  const key = place.toString().replace(/\/$/, '');
  const open = session.desks.get(key);
  if (open !== undefined && panel === undefined) return open.show();
  const desk = await Desk.open(session.client, session.extension, place, panel);
  session.desks.set(key, desk);
  desk.onDidClose(() => { if (session.desks.get(key) === desk) session.desks.delete(key); });
  session.own(desk);
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
