// Checklists: applied on a person's word, and decided on by him.
import * as vscode from 'vscode';
import { addressOf } from './cells';
import type { ItemInfo } from './protocol';
import { Checklist, serverCommands, type ChecklistResult, type Verdict } from './protocol';
import type { Session } from './session';
import { verdictNames } from './words';
import { runWithProgress } from './workspaceReview';

// Of the lists that come with the server: which is for what. Exact checks answer the first to a good part, a judge the others.
const about: Readonly<Record<string, string>> = {
  'worked-solution': 'calculations, units and the answer of a worked solution', proof: 'the steps and cases of a proof',
  argument: 'claims and reasons of a text; a model judges them',
};
const rank = (name: string) => [...Object.keys(about), name].indexOf(name);

/** One item of one solution of one document. */
export interface ItemNode {
  readonly kind: 'item';
  readonly uri: vscode.Uri;
  readonly trace: number;
  readonly item: ItemInfo;
}

/** Lets a person choose a list and, of several, a solution; exact checks answer, and the judge where one is set. */
export async function applyChecklist(session: Session, document: vscode.TextDocument): Promise<void> {
  const uri = session.client.code2ProtocolConverter.asUri(document.uri);
  const names = await session.run<readonly string[]>(serverCommands.listChecklists, uri) ?? [];
  const none = { label: 'No checklist', description: 'but what the front matter names', list: '' };
  const lists = [...names].sort((left, right) => rank(left) - rank(right)).map((label) =>
    ({ label, description: about[label] ?? '', list: label }));
  const list = await vscode.window.showQuickPick([...lists, none], { placeHolder: 'The checklist to apply' });
  if (list === undefined) return;
  const traces = (await session.client.sendRequest(Checklist, { textDocument: { uri } }))?.traces ?? [];
  const every = { label: 'Every solution', trace: undefined as number | undefined };
  const chosen = traces.length < 2 ? every : await vscode.window.showQuickPick(
    [every, ...traces.map(({ name, trace }) => ({ label: name, trace }))], { placeHolder: `The solutions to apply ${list.label} to` });
  if (chosen === undefined) return;
  await runWithProgress<ChecklistResult>(
    session.client, 'Reasoning Review', serverCommands.applyChecklist, [uri, chosen.trace ?? null, list.list]);
  await session.applied.add(addressOf(document), chosen.trace ?? null, list.list);
}

/** The item that a person chooses of those of the document, for whoever comes from the palette and not from the view. */
export async function chooseItem(
  session: Session, document: vscode.TextDocument, placeHolder: string, isOffered: (item: ItemInfo) => boolean,
): Promise<ItemNode | undefined> {
  const uri = session.client.code2ProtocolConverter.asUri(document.uri);
  const traces = (await session.client.sendRequest(Checklist, { textDocument: { uri } }))?.traces ?? [];
  const items = traces.flatMap(({ trace, name, items: all }) => all.filter(isOffered).map((item) => ({
    label: item.question, description: verdictNames[item.verdict], detail: traces.length > 1 ? name : item.evidence,
    node: { kind: 'item', uri: document.uri, trace, item } as const,
  })));
  if (items.length === 0) throw new Error('No checklist holds for this file, or no item of it is open to that.');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.node;
}

/** Keeps a verdict as a person's own. */
export const acceptItem = (session: Session, node: ItemNode) => decide(session, node, node.item.verdict, '');

/** Puts another verdict in its place, with the reason. */
export async function overruleItem(session: Session, node: ItemNode): Promise<void> {
  const others = (Object.keys(verdictNames) as Verdict[]).filter((verdict) => verdict !== node.item.verdict);
  const chosen = await vscode.window.showQuickPick(
    others.map((verdict) => ({ label: verdictNames[verdict], verdict })),
    { title: node.item.question, placeHolder: `Now: ${verdictNames[node.item.verdict]}. What is right?` });
  if (chosen === undefined) return;
  const reason = await vscode.window.showInputBox({
    title: `${chosen.label}: ${node.item.question}`, prompt: 'Why? The reason is kept in .reasoning/decisions.jsonl.',
    validateInput: (text) => text.trim() === '' ? 'Say why.' : undefined,
  });
  if (reason !== undefined) await decide(session, node, chosen.verdict, reason);
}

const decide = (session: Session, { uri, trace, item }: ItemNode, verdict: Verdict, reason: string) =>
  session.run(serverCommands.decideItem, session.client.code2ProtocolConverter.asUri(uri), trace, item.id, verdict, reason);
