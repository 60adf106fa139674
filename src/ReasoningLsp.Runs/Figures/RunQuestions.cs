using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Runs.Figures;

/// <summary>Answers questions to a complete run with SQL. Not thread-safe.</summary>
/// <remarks>The table <c>traces</c> has one row a trace, the table <c>lines</c> all that the run's lines say. A row stays in its file until
/// a question needs it, so memory does not grow with the run.</remarks>
public sealed partial class RunQuestions : IDisposable
{
    private readonly DuckDBConnection _connection;

    private RunQuestions(DuckDBConnection connection) => _connection = connection;

    /// <summary>Opens a run.</summary>
    /// <exception cref="FormatException">DuckDB's library is not here, or the run is not complete.</exception>
    public static RunQuestions Open(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!folder.IsComplete)
            throw new FormatException($"The run {folder.Name} is not complete: go on with it, or merge its parts.");
        RunCheck.Need(folder);
        DuckLibrary.Need();
        var connection = new DuckDBConnection("DataSource=:memory:");
        try
        {
            connection.Open();
            var questions = new RunQuestions(connection);
            // Nothing is fetched from anywhere, and what does not fit into memory goes beside the run.
            questions.Do("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; SET memory_limit = '1GB';");
            questions.Do($"SET temp_directory = {Quoted(Path.Combine(folder.Path, "tmp"))};");
            questions.OpenIndex(folder);
            questions.Do($"CREATE VIEW lines AS SELECT * FROM read_json({Quoted(folder.Traces)}, format = 'newline_delimited', "
                + "maximum_object_size = 67108864);");
            // From here on a question reaches the run's own files and no others, and cannot change that.
            questions.Do($"SET allowed_paths = [{Quoted(folder.Index)}, {Quoted(folder.Traces)}]; SET enable_external_access = false; "
                + "SET lock_configuration = true;");
            return questions;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What a statement gives.</summary>
    /// <exception cref="FormatException">It cannot be answered; the message is the database's.</exception>
    public Answer Ask(string sql, CancellationToken cancellationToken)
    {
        if (Nothing().IsMatch(sql))
            throw new FormatException("Say what is wanted, such as \"SELECT * FROM traces LIMIT 5\".");
        if (SqlStatements.Words(sql).FirstOrDefault(word => !SqlStatements.IsQuestion(word)) is { } other)
        {
            throw new FormatException($"{other} is refused: a run is asked, not changed, and nothing beside it is read or written; begin "
                + "with SELECT, FROM, WITH, DESCRIBE or SUMMARIZE.");
        }

        try
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            using var stop = cancellationToken.Register(command.Cancel);
            using var reader = command.ExecuteReader();
            ImmutableArray<string> columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
            var rows = new List<ImmutableArray<object?>>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount)
                    .Select(at => reader.IsDBNull(at) ? null : AnswerValue.Of(reader.GetValue(at)))]);
            return new Answer(columns, rows);
        }
        catch (DuckDBException error)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new FormatException(error.Message, error);
        }
    }

    /// <summary>Traces, flagged ones and steps of each value of a column, the most frequent first.</summary>
    /// <param name="column">A column of <c>traces</c>, or an expression of them.</param>
    /// <param name="where">What traces count, as a condition, or null for all.</param>
    /// <param name="cancellationToken">Stops the database.</param>
    /// <exception cref="FormatException">It cannot be answered; where the column is none, the message names those that are.</exception>
    public Answer By(string column, string? where, CancellationToken cancellationToken)
    {
        if (Name().IsMatch(column) && Columns() is var columns && !columns.Contains(column, StringComparer.OrdinalIgnoreCase))
            throw new FormatException($"There is no column \"{column}\"; there are {string.Join(", ", columns)}.");
        return Ask(
            $"""
            SELECT {column} AS "{column.Replace("\"", "\"\"", StringComparison.Ordinal)}", count(trace) AS traces,
              count(*) FILTER (errors + warnings > 0) AS flagged,
              round(100.0 * count(*) FILTER (errors + warnings > 0) / nullif(count(trace), 0), 2) AS "flagged %", sum(steps) AS steps,
              round(100.0 * sum(checked) / nullif(sum(steps), 0), 2) AS "checked %", round(avg(score), 4) AS "mean score"
            FROM traces WHERE {Condition(where)} GROUP BY 1 ORDER BY 2 DESC, 1
            """, cancellationToken);
    }

    /// <summary>Traces with what was found in them.</summary>
    /// <param name="where">What traces, as a condition, or null for all.</param>
    /// <param name="order">Columns to order by, or null for the order of the input.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the database.</param>
    public Answer List(string? where, string? order, int limit, CancellationToken cancellationToken) => Ask(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT unit, coalesce(id, CASE WHEN trace > 0 THEN file || '#' || trace ELSE file END) AS trace, steps,
          first_error, errors, warnings, rules, round(score, 4) AS score
        FROM traces WHERE {Condition(where)} ORDER BY {order ?? "unit"}{(order is null ? string.Empty : ", unit")} LIMIT {limit}
        """), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static string Condition(string? where) => where is null ? "true" : $"({where})";

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private void OpenIndex(RunFolder folder)
    {
        var view = $"CREATE OR REPLACE VIEW traces AS SELECT * FROM read_parquet({Quoted(folder.Index)});";
        try
        {
            Do(view);
            // A table that another version of this program wrote may have other columns.
            if (Columns().SequenceEqual(IndexColumn.All().Select(column => column.Field.Name))
                && (RunSummary.Read(folder).Lines is not { } lines || Ask("SELECT count(*) FROM traces", default).Rows is [[long rows]]
                && rows == lines))
                return;
        }
        catch (Exception error) when (error is DuckDBException or FormatException and not DamagedRunException)
        {
            // It is missing or none, and can be made from the lines.
        }

        RunCheck.NeedAll(folder);
        // Whoever asks waits for the answer anyway.
        Task.Run(() => RunIndex.BuildAsync(folder, default)).GetAwaiter().GetResult();
        Do(view);
    }

    private void Do(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private ImmutableArray<string> Columns() => [.. Ask("DESCRIBE traces", default).Rows.Select(row => (string)row[0]!)];

    // Anything else is an expression.
    [GeneratedRegex(@"\A[A-Za-z_]\w*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    // Blanks, semicolons and comments: the library has no words of its own for a text without a statement.
    [GeneratedRegex(@"\A(?>[\s;]|--[^\n]*|/\*(?s:.*?)\*/)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();
}
