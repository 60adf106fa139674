// The ways to a model: one that is got for this machine, one that a server computes, a file or a checkpoint that is here.
import * as vscode from 'vscode';
import { isReadable } from './documents';
import { documentHere } from './here';
import { section } from './names';
import { firstResult, fitting, nameOf, type Offers } from './offers';
import { serverCommands } from './protocol';
import type { Session } from './session';
import { runWithProgress } from './workspaceReview';

/** What came of a command about models. */
interface Outcome {
  readonly succeeded: boolean;
  readonly cancelled: boolean;
  readonly output: string;
  readonly error: string;
}

type Setting = 'scores' | 'judge';

const longestWait = 120_000;

const manage = (session: Session, title: string, ...args: string[]) =>
  runWithProgress<Outcome>(session.client, title, serverCommands.models, [args]);

/** Gets a published model, with the build of the engine for this machine's GPU where it lacks, and uses it. */
export async function getModel(session: Session, name: string, { backend }: Offers): Promise<void> {
  if (backend !== undefined) {
    const installed = await manage(session, `Getting the engine for the GPU (${backend.megabytes} MB)`, 'engine', 'install', backend.name);
    if (installed?.cancelled ?? true) return;
    if (!installed!.succeeded) void vscode.window.showWarningMessage(
      `Reasoning Review: the processor computes, because the engine for the GPU could not be got: ${installed!.error}`);
  }
  const pulled = await manage(session, `Getting ${name}`, 'pull', name);
  if (pulled === null) return;
  if (pulled.succeeded) return use(session, 'scores', name);
  const again = pulled.cancelled ? 'Resume' : 'Try Again';
  const told = pulled.cancelled ? `${name} is paused: what has arrived is kept.` : `${name} could not be got: ${pulled.error}`;
  if (await vscode.window[pulled.cancelled ? 'showInformationMessage' : 'showErrorMessage'](told, again) === again)
    await getModel(session, name, { ...await offersOf(session) });
}

export const offersOf = async (session: Session) => (await session.run<Offers>(serverCommands.offerModels))!;

/** Sets the model, has the file at hand reviewed and tells what it says first. */
async function use(session: Session, setting: Setting, name: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section);
  await configuration.update(setting, name, vscode.ConfigurationTarget.Global);
  const document = documentHere();
  if (setting === 'judge' || document === undefined || !isReadable(document)) {
    const then = setting === 'scores' ? ': open a solution, and it scores every step' : '';
    void vscode.window.showInformationMessage(`${name} is ready${then}.`);
    return;
  }
  await session.run(serverCommands.reviewFile, session.client.code2ProtocolConverter.asUri(document.uri));
  const message = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: `${name} scores this file…` },
    () => scored(session, document, name));
  if (message !== undefined) void vscode.window.showInformationMessage(message);
}

function scored(session: Session, document: vscode.TextDocument, name: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const look = () => {
      const review = session.reviews.of(document);
      if (session.scores.of(document)?.state === 'failed') end(`${name} scores nothing here: ${session.scores.of(document)!.message}`);
      else if (review !== undefined && review.steps > 0 && review.scored >= review.steps && session.scores.of(document)?.model === name)
        end(firstResult(name, review));
    };
    const listening = [session.reviews.onDidReview(look), session.scores.onDidTell(look)];
    const patience = setTimeout(() => end(undefined), longestWait);
    const end = (told: string | undefined) => {
      clearTimeout(patience);
      vscode.Disposable.from(...listening).dispose();
      resolve(told);
    };
    look();
  });
}

/** Adds what was named and uses it; what a server must still be told is asked for. */
async function add(session: Session, setting: Setting, name: string, title: string, args: readonly string[]): Promise<void> {
  const added = await manage(session, title, ...args);
  if (added === null || added.cancelled) return;
  if (added.succeeded) {
    if (added.output.includes('cannot be used yet')) void vscode.window.showWarningMessage(added.output.trim());
    return use(session, setting, name);
  }
  if (!args.includes('--remote-model') && added.error.includes('--remote-model')) {
    const model = await ask('The server\'s name for the model', added.error);
    if (model !== undefined && model !== '') await add(session, setting, name, title, [...args, '--remote-model', model]);
    return;
  }
  throw new Error(added.error);
}

const ask = (title: string, prompt: string, value = '') => vscode.window.showInputBox({ title, prompt, value, ignoreFocusOut: true });

async function askProfile(offers: Offers, placeHolder: string, only?: readonly string[]): Promise<string | undefined> {
  const items = offers.profiles.filter(({ name }) => only?.includes(name) ?? true)
    .map(({ name, title }) => ({ label: name, description: title }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true, ignoreFocusOut: true }))?.label;
}

/** How an instruct model is read is always the same. */
const profileOf = (setting: Setting, offers: Offers, placeHolder: string, only?: readonly string[]) =>
  setting === 'judge' ? Promise.resolve('yes-no-verifier') : askProfile(offers, placeHolder, only);

export async function addServer(session: Session, setting: Setting, offers: Offers): Promise<void> {
  const address = await ask('A server that computes the model', 'Its address, such as http://localhost:8000; what is scored goes there');
  if (address === undefined || address === '') return;
  const profile = await profileOf(setting, offers, 'How is the model read?');
  if (profile === undefined) return;
  const name = await ask('A name for it', 'For the setting, and for --profile in a terminal', 'served');
  if (name === undefined || name === '') return;
  const key = await ask('Its key', 'The environment variable that holds the server\'s key; empty where it needs none. The key itself is '
    + 'kept by "Set the Key of a Remote Model"');
  if (key === undefined) return;
  await add(session, setting, name, `Asking ${address}`,
    ['add', name, '--address', address, '--profile', profile, ...(key === '' ? [] : ['--key-variable', key])]);
}

async function askFile(title: string, filters: Record<string, string[]>): Promise<string | undefined> {
  return (await vscode.window.showOpenDialog({ title, filters, openLabel: 'Choose' }))?.[0]?.fsPath;
}

export async function addFile(session: Session, setting: Setting, offers: Offers): Promise<void> {
  const file = await askFile('A model file', { 'Models (GGUF)': ['gguf'] });
  if (file === undefined) return;
  const checked = await manage(session, 'Looking at the file', 'check', file);
  if (checked === null || checked.cancelled) return;
  const found = fitting(checked.output);
  if (found.length === 0) throw new Error(checked.error === '' ? 'No profile fits this file.' : checked.error);
  const profile = await profileOf(setting, offers, 'Which of the profiles that fit it?', found.map((each) => each.profile));
  if (profile === undefined) return;
  const needs = found.find((each) => each.profile === profile)?.needs ?? 'nothing';
  const other = needs === 'head' ? await askFile('Its head', { 'Heads (safetensors)': ['safetensors'] })
    : needs === 'reference' ? await askFile('The model that it is compared with', { 'Models (GGUF)': ['gguf'] }) : '';
  if (other === undefined) return;
  const name = await ask('A name for it', 'For the setting, and for --profile in a terminal', nameOf(file));
  if (name === undefined || name === '') return;
  await add(session, setting, name, `Trying ${name}`, ['add', name, '--profile', profile, '--model', file,
    ...(other === '' ? [] : [needs === 'head' ? '--head' : '--reference-model', other])]);
}

export async function addFolder(session: Session, setting: Setting, offers: Offers): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    title: 'A checkpoint as published', canSelectFiles: false, canSelectFolders: true, openLabel: 'Import',
  });
  const folder = chosen?.[0]?.fsPath;
  if (folder === undefined) return;
  const profile = await profileOf(setting, offers, 'How is the model read?');
  if (profile === undefined) return;
  const name = await ask('A name for it', 'For the setting, and for --profile in a terminal', nameOf(folder));
  if (name === undefined || name === '') return;
  await add(session, setting, name, `Importing ${name}`,
    ['import', folder, '--add', name, '--profile', profile, '--type', 'q8_0', '--output', `${offers.folder}/${name}.gguf`]);
}

/** All else that the terminal's `models` does. */
export async function manageModels(session: Session, { installed, models, backend }: Offers): Promise<void> {
  const items = [
    { label: 'Show all models', args: ['list'] },
    { label: 'Show the engine and its devices', args: ['engine'] },
    { label: 'Install the engine for this machine\'s GPU', description: backend?.needs ?? '', args: ['engine', 'install'] },
    ...installed.flatMap((name) => [
      { label: `Show ${name}`, args: ['show', name] },
      { label: `Check ${name}`, description: 'of a served model: whether its server answers', args: ['check', name] },
      { label: `Remove ${name}`, description: 'its files stay', args: ['remove', name] },
    ]),
    ...models.map(({ name }) => ({ label: `Show ${name}`, args: ['show', name] })),
  ];
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: 'Models and engine of this machine', matchOnDescription: true });
  if (chosen === undefined) return;
  const outcome = await manage(session, chosen.label, ...chosen.args);
  if (outcome === null || outcome.cancelled) return;
  if (outcome.output !== '') await session.texts.show('models.txt', outcome.output);
  if (!outcome.succeeded && outcome.error !== '') throw new Error(outcome.error);
}
