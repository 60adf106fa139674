// Which models score and judge: a setting of the machine, chosen from what the server knows.
import * as vscode from 'vscode';
import { addFile, addFolder, addServer, getModel, manageModels, offersOf } from './modelWays';
import { section } from './names';
import { choices, machine, type Choice } from './offers';
import { serverCommands, type KnownModel } from './protocol';
import { notTrusted } from './remedied';
import type { Session } from './session';

const modelSettings = ['scores', 'judge'] as const;

export type ModelSetting = (typeof modelSettings)[number];

/** The settings as the server gets them: in a workspace that is not trusted no model and no program runs. */
export function withoutModels<T>(settings: T, trusted = vscode.workspace.isTrusted): T {
  if (trusted || typeof settings !== 'object' || settings === null) return settings;
  return { ...settings, ...Object.fromEntries(modelSettings.map((name) => [name, 'off'])), runPrograms: false };
}

/** Lets a person choose, and keeps the choice for the machine: what is ready, what can be got for this machine, and the other ways. */
export async function chooseModel(session: Session, setting: ModelSetting, placeHolder: string): Promise<void> {
  if (!vscode.workspace.isTrusted) throw notTrusted();
  const configuration = vscode.workspace.getConfiguration(section);
  const current = configuration.get<string>(setting, 'off');
  const listing = (async () => {
    const [known, offers] = await Promise.all([session.run<readonly KnownModel[]>(serverCommands.listModels), offersOf(session)]);
    return { offers, rows: choices((known ?? []).filter(({ use }) => use === setting), offers, setting === 'scores') };
  })();
  const { offers, rows } = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'Looking at this machine…' },
    () => listing);
  const chosen = await vscode.window.showQuickPick<Choice & vscode.QuickPickItem>(
    rows.map((row) => ({ ...row, picked: row.name === current })),
    { title: machine(offers), placeHolder: `${placeHolder} (now: ${current})`, matchOnDescription: true });
  switch (chosen?.way) {
    case 'off':
    case 'ready': return configuration.update(setting, chosen.name, vscode.ConfigurationTarget.Global);
    case 'get': return getModel(session, chosen.name!, offers);
    case 'tooLarge': throw new Error(`${chosen.name} takes more memory than this machine has free: have a server compute it.`);
    case 'server': return addServer(session, setting, offers);
    case 'file': return addFile(session, setting, offers);
    case 'folder': return addFolder(session, setting, offers);
    case 'manage': return manageModels(session, offers);
  }
}
