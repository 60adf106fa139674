// Where the caret stands, in the server's terms.
import { addressOf } from './cells';
import type { Here } from './here';
import { commands } from './names';
import { Remedied } from './remedied';
import type { Session } from './session';

/** The solution and step at the caret; the first solution where it stands outside of all, step -1 where it stands in none. */
export async function stepAt(
  { client, lists }: Session, { document, selection }: Here,
): Promise<{ uri: string; trace: number; step: number } | undefined> {
  const uri = client.code2ProtocolConverter.asUri(addressOf(document));
  const place = await lists.at(document.uri, selection.active);
  if (place !== undefined) return { uri, trace: place.trace, step: place.step ?? -1 };
  return (await lists.of(document))?.traces.length ? { uri, trace: 0, step: -1 } : undefined;
}

/** The same where there must be one; of a file that is not reviewed it is told how it comes to that. */
export async function solutionAt(session: Session, here: Here): Promise<{ uri: string; trace: number; step: number }> {
  const place = await stepAt(session, here);
  if (place !== undefined) return place;
  if (await session.lists.of(here.document) !== null) throw new Error('There is no solution in this file.');
  throw new Remedied('This file is not reviewed yet.', 'Review This File', commands.reviewFile);
}
