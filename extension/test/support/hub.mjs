// A hub of models on this machine that behaves as the real one does: redirects, ETags, ranges, 404, and 429 with Retry-After.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const large = 100_000;

/** Serves folders by the name of their repository; `close` ends it. */
export async function openHub(repositories, { limited = 1 } = {}) {
  const asked = [];
  let refuse = limited;
  const server = createServer((request, response) => {
    const [, cdn = '', owner, name, file] = /^(\/cdn)?\/([^/]+)\/([^/]+)\/resolve\/main\/([^/]+)$/.exec(request.url) ?? [];
    const folder = repositories[`${owner}/${name}`];
    const path = folder && join(folder, file);
    const answer = (status, headers = {}, body = '') => {
      asked.push({ path: request.url, status });
      response.writeHead(status, headers).end(body);
    };
    if (!path || !existsSync(path)) return answer(404, { 'X-Error-Code': 'EntryNotFound' });
    if (refuse-- > 0) return answer(429, { 'Retry-After': '1' });
    const content = readFileSync(path);
    if (cdn === '' && content.length > large) return answer(302, { Location: `/cdn${request.url}` });
    const ETag = `"${createHash('sha256').update(content).digest('hex')}"`;
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (from === 0 || request.headers['if-range'] !== ETag) return answer(200, { ETag, 'Content-Length': content.length }, content);
    return answer(206, { ETag, 'Content-Range': `bytes ${from}-${content.length - 1}/${content.length}` }, content.subarray(from));
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = `http://127.0.0.1:${server.address().port}`;
  return { source: `${address}/{repository}/resolve/{revision}/`, asked, close: () => { server.closeAllConnections(); server.close(); } };
}
