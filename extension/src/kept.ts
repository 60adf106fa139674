import type * as vscode from 'vscode';

/** The line of a page's script that keeps what it shows. */
export const keeps = (uri: vscode.Uri) => `vscode.setState(${JSON.stringify({ uri: uri.toString() }).replace(/</g, '\\u003c')});`;
