// Edits that are to be looked at first: shown beside the text as it is, and made when a person says so.
import * as vscode from 'vscode';
import type {
  ApplyWorkspaceEditParams, ApplyWorkspaceEditResult, HandlerResult, LanguageClient, TextEdit,
} from 'vscode-languageclient/node';
import type { ReadOnlyTexts } from './readOnlyTexts';

type Result = HandlerResult<ApplyWorkspaceEditResult, void>;
type Apply = (params: ApplyWorkspaceEditParams) => Result;

const takeIt = 'Apply these changes';

/**
 * Makes an edit; where the server wants it looked at first, only after a person saw it. VS Code's own preview leaves every box open, so
 * that its Apply does nothing.
 */
export async function applyLookedAt(
  client: LanguageClient, texts: ReadOnlyTexts, params: ApplyWorkspaceEditParams, apply: Apply,
): Promise<Awaited<Result>> {
  const annotations = Object.values(params.edit.changeAnnotations ?? {});
  const change = params.edit.documentChanges?.[0];
  if (!annotations.some(({ needsConfirmation }) => needsConfirmation) || change === undefined || !('edits' in change)) return apply(params);
  const document = await vscode.workspace.openTextDocument(client.protocol2CodeConverter.asUri(change.textDocument.uri));
  const file = document.uri.path.split('/').at(-1)!;
  const proposed = texts.keep(file, after(client, document, change.edits as TextEdit[]));
  await vscode.commands.executeCommand('vscode.diff', document.uri, proposed, `${file}: ${params.label ?? 'changes'}`, { preview: true });
  const chosen = await vscode.window.showQuickPick(
    [{ label: `$(check) ${takeIt}`, take: true }, { label: '$(close) Change nothing', take: false }],
    {
      title: params.label ?? takeIt, ignoreFocusOut: true,
      placeHolder: annotations.map(({ description }) => description).find(Boolean) ?? '',
    });
  await closeDiff(proposed);
  if (chosen?.take !== true) return { applied: false };
  return apply({ ...params, edit: { ...params.edit, changeAnnotations: confirmed(params) } });
}

const confirmed = ({ edit }: ApplyWorkspaceEditParams) => Object.fromEntries(
  Object.entries(edit.changeAnnotations ?? {}).map(([id, annotation]) => [id, { ...annotation, needsConfirmation: false }]));

function after(client: LanguageClient, document: vscode.TextDocument, edits: readonly TextEdit[]): string {
  const places = edits.map(({ range, newText }) => {
    const { start, end } = client.protocol2CodeConverter.asRange(range);
    return { start: document.offsetAt(start), end: document.offsetAt(end), newText };
  }).sort((left, right) => right.start - left.start);
  return places.reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), document.getText());
}

async function closeDiff(proposed: vscode.Uri): Promise<void> {
  const shown = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === proposed.toString());
  await vscode.window.tabGroups.close(shown);
}
