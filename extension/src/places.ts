// Where the caret stands, in the server's terms.
import type * as vscode from 'vscode';
import type { Session } from './session';

/** The solution and step at the caret; the first solution where it stands outside of all, step -1 where it stands in none. */
export async function stepAt(
  { client, lists }: Session, { document, selection }: vscode.TextEditor,
): Promise<{ uri: string; trace: number; step: number } | undefined> {
  const { uri } = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const place = await lists.at(document.uri, selection.active);
  if (place !== undefined) return { uri, trace: place.trace, step: place.step ?? -1 };
  return (await lists.of(document))?.traces.length ? { uri, trace: 0, step: -1 } : undefined;
}
