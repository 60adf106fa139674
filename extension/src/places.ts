// Where the caret stands, in the server's terms.
import type * as vscode from 'vscode';
import type { LanguageClient, Range } from 'vscode-languageclient/node';
import { Steps } from './protocol';

/** The solution and step at the caret. */
export async function stepAt(
  client: LanguageClient, { document, selection }: vscode.TextEditor,
): Promise<{ uri: string; trace: number; step: number } | undefined> {
  const { uri } = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const traces = (await client.sendRequest(Steps, { textDocument: { uri } }))?.traces ?? [];
  const holds = ({ range }: { readonly range: Range }) => client.protocol2CodeConverter.asRange(range).contains(selection.active);
  const found = traces.map(({ steps }) => steps?.findIndex(holds) ?? -1);
  const trace = found.findIndex((step) => step >= 0);
  if (trace >= 0) return { uri, trace, step: found[trace] ?? 0 };
  const around = traces.findIndex(holds);
  return traces.length === 0 ? undefined : { uri, trace: Math.max(around, 0), step: -1 };
}
