using System.Collections.Immutable;

namespace ReasoningLsp.Server.Protocol;

/// <summary><c>reasoning/desk/open</c>: the address of a run's folder, of a file or of a folder of solutions.</summary>
internal sealed record DeskOpenParams(string Uri);

internal sealed record DeskParams(int Desk);

/// <summary><c>reasoning/desk/list</c>: <c>filter</c> is <c>all</c>, <c>flagged</c> or <c>undecided</c>; <c>find</c> a row whose place is
/// wanted.</summary>
internal sealed record DeskListParams(int Desk, string Filter, string? Group = null, int? Find = null);

internal sealed record DeskPageParams(int Desk, int From, int Count);

internal sealed record DeskRowParams(int Desk, int Row);

/// <summary><c>reasoning/desk/decide</c>: what a person says of a row, of a step of it, of a finding, of an item of its
/// checklist, or of all that make the same mistake.</summary>
internal sealed record DeskDecideParams(
    int Desk,
    int Row,
    string Decision,
    int? Step = null,
    string? Rule = null,
    string? Text = null,
    string? Whom = null,
    int? Mark = null,
    string? Group = null,
    string? Note = null,
    int? Item = null,
    string? Verdict = null);

internal sealed record DeskInfo(int Desk, string Name, string Kind);

/// <summary>How long the list is; <c>position</c> is the place of the row that was to be found, or -1.</summary>
internal sealed record DeskList(int Total, int All, bool IsComplete, int Position, string? Problem);

internal sealed record DeskPage(int From, ImmutableArray<DeskRowInfo> Rows);

/// <summary>A row; <c>state</c> is <c>flagged</c>, <c>accepted</c>, <c>dismissed</c>, <c>asked</c>, <c>clean</c> or
/// <c>unread</c>.</summary>
internal sealed record DeskRowInfo(int Row, string Name, string State, string Why, int Steps, int Findings, int? Mark, int Notes);

/// <summary>A row as a person reads it.</summary>
internal sealed record DeskTrace(DeskRowInfo Row, TraceText Trace, int Begin, string? Group, int GroupRows, string? Uri, int Line);

internal sealed record DeskGroups(ImmutableArray<DeskGroupInfo> Groups);

/// <summary>A mistake that several solutions share; <c>state</c> is what was decided, in words.</summary>
internal sealed record DeskGroupInfo(string Key, string Rule, string Message, int Rows, int Findings, int Decided, string State);

/// <summary>What was written down, in words, and the row that it is of.</summary>
internal sealed record DeskSaid(string Said, int Row, int Rows);

/// <summary><c>$/reasoning/deskChanged</c>: more was read, or what people said has changed.</summary>
internal sealed record DeskChangedParams(int Desk, int All, bool IsComplete, string? Problem);
