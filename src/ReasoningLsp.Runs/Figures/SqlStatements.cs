using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Runs.Figures;

/// <summary>What a text of SQL asks for.</summary>
internal static partial class SqlStatements
{
    private static readonly FrozenSet<string> s_questions = new[]
    {
        "SELECT", "FROM", "WITH", "VALUES", "TABLE", "DESCRIBE", "DESC", "SUMMARIZE", "SHOW", "PIVOT", "PIVOT_WIDER", "UNPIVOT",
        "PIVOT_LONGER",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The word that each statement begins with, in capitals; of <c>EXPLAIN</c> that of what is explained.</summary>
    public static IEnumerable<string> Words(string sql) => Plain(sql).Split(';')
        .Select(statement => First().Match(statement).Groups["word"].Value.ToUpperInvariant()).Where(word => word.Length > 0);

    /// <summary>Whether such a statement only asks: writes nothing and changes no setting.</summary>
    public static bool IsQuestion(string word) => s_questions.Contains(word);

    // Without comments, texts and quoted names, in which a semicolon parts nothing.
    private static string Plain(string sql)
    {
        var plain = new StringBuilder(sql.Length);
        for (var at = 0; at < sql.Length;)
        {
            var end = sql[at] switch
            {
                '-' when sql.AsSpan(at).StartsWith("--") => sql.IndexOf('\n', at) is >= 0 and var line ? line : sql.Length,
                '/' when sql.AsSpan(at).StartsWith("/*") => AfterComment(sql, at),
                '\'' => AfterQuote(sql, at, hasEscapes: at > 0 && sql[at - 1] is 'e' or 'E'),
                '"' => AfterQuote(sql, at, hasEscapes: false),
                '$' when Dollars().Match(sql, at) is { Success: true } tag => After(sql, tag.Value, at + tag.Length),
                _ => at,
            };
            plain.Append(end == at ? sql[at] : ' ');
            at = Math.Max(end, at + 1);
        }

        return plain.ToString();
    }

    private static int After(string sql, string mark, int from) =>
        sql.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var at ? at + mark.Length : sql.Length;

    // One stands inside another.
    private static int AfterComment(string sql, int at)
    {
        var depth = 0;
        for (; at < sql.Length; at += 2)
        {
            while (at < sql.Length - 1 && sql.AsSpan(at, 2) is not "/*" and not "*/")
                at++;
            if (at >= sql.Length - 1)
                return sql.Length;
            depth += sql[at] == '/' ? 1 : -1;
            if (depth == 0)
                return at + 2;
        }

        return sql.Length;
    }

    private static int AfterQuote(string sql, int at, bool hasEscapes)
    {
        var quote = sql[at];
        for (at++; at < sql.Length; at++)
        {
            if (hasEscapes && sql[at] == '\\')
                at++;
            else if (sql[at] == quote)
                return at + 1;
        }

        return sql.Length;
    }

    [GeneratedRegex(@"\G\$(?:[A-Za-z_]\w*)?\$", RegexOptions.CultureInvariant)]
    private static partial Regex Dollars();

    [GeneratedRegex(@"\A[\s(]*(?:EXPLAIN\b(?:\s*ANALYZE\b|\s*\([^)]*\))?[\s(]*)?(?<word>\S\w*)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex First();
}
