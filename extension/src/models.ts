// Which models score and judge: a setting of the machine, chosen from what the server knows.
import * as vscode from 'vscode';
import { section } from './names';
import { serverCommands, type KnownModel } from './protocol';
import type { Session } from './session';

const modelSettings = ['scores', 'judge'] as const;

export type ModelSetting = (typeof modelSettings)[number];

/** The settings as the server gets them: in a workspace that is not trusted no model runs. */
export function withoutModels<T>(settings: T, trusted = vscode.workspace.isTrusted): T {
  if (trusted || typeof settings !== 'object' || settings === null) return settings;
  return { ...settings, ...Object.fromEntries(modelSettings.map((name) => [name, 'off'])) };
}

/** Lets a person choose, and keeps the choice for the machine. */
export async function chooseModel(session: Session, setting: ModelSetting, placeHolder: string): Promise<void> {
  if (!vscode.workspace.isTrusted) throw new Error('In a restricted workspace no model runs. Trust the workspace first.');
  const known = await session.run<readonly KnownModel[]>(serverCommands.listModels) ?? [];
  const configuration = vscode.workspace.getConfiguration(section);
  const current = configuration.get<string>(setting, 'off');
  const offered = [{ name: 'off', description: 'Exact checks alone', use: setting }, ...known.filter(({ use }) => use === setting)];
  const chosen = await vscode.window.showQuickPick(
    offered.map(({ name, description }) => ({ label: name, description, picked: name === current })),
    { placeHolder: `${placeHolder} (now: ${current})`, matchOnDescription: true },
  );
  if (chosen !== undefined) await configuration.update(setting, chosen.label, vscode.ConfigurationTarget.Global);
}
