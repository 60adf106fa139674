import * as vscode from 'vscode';
import type { Report } from './report';
import type { Session } from './session';

/** Opens the report of a document beside it, or shows the one that is open. */
export async function openReport(session: Session, document: vscode.TextDocument): Promise<Report> {
  // What sets mathematics is large, and few windows need it.
  const { Report: Panel } = await import('./report.js');
  return Panel.open(session, document);
}
