using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Runs.Figures;

/// <summary>Answers questions to a complete run with SQL. Not thread-safe.</summary>
/// <remarks>The table <c>traces</c> has one row a trace, the table <c>lines</c> all that the run's lines say. A row stays in its file until
/// a question needs it, so memory does not grow with the run.</remarks>
public sealed class RunQuestions : IDisposable
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
        DuckLibrary.Need();
        var connection = new DuckDBConnection("DataSource=:memory:");
        try
        {
            connection.Open();
            var questions = new RunQuestions(connection);
            // Nothing is fetched from anywhere, and what does not fit into memory goes beside the run.
            questions.Do("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; SET memory_limit = '1GB';");
            questions.Do($"SET temp_directory = {Quoted(Path.Combine(folder.Path, "tmp"))};");
            questions.Do($"CREATE VIEW traces AS SELECT * FROM read_parquet({Quoted(folder.Index)});");
            questions.Do($"CREATE VIEW lines AS SELECT * FROM read_json({Quoted(folder.Traces)}, format = 'newline_delimited', "
                + "maximum_object_size = 67108864);");
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
        try
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            using var stop = cancellationToken.Register(command.Cancel);
            using var reader = command.ExecuteReader();
            ImmutableArray<string> columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
            var rows = new List<ImmutableArray<object?>>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => reader.IsDBNull(at) ? null : Value(reader.GetValue(at)))]);
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
    public Answer By(string column, string? where, CancellationToken cancellationToken) => Ask(
        $"""
        SELECT {column} AS "{column.Replace("\"", "\"\"", StringComparison.Ordinal)}", count(*) AS traces,
          count(*) FILTER (errors + warnings > 0) AS flagged,
          round(100.0 * count(*) FILTER (errors + warnings > 0) / count(*), 2) AS "flagged %", sum(steps) AS steps,
          round(100.0 * sum(checked) / nullif(sum(steps), 0), 2) AS "checked %", round(avg(score), 4) AS "mean score"
        FROM traces WHERE {Condition(where)} GROUP BY 1 ORDER BY 2 DESC, 1
        """, cancellationToken);

    /// <summary>Traces with what was found in them.</summary>
    /// <param name="where">What traces, as a condition, or null for all.</param>
    /// <param name="order">Columns to order by, or null for the order of the input.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the database.</param>
    public Answer List(string? where, string? order, int limit, CancellationToken cancellationToken) => Ask(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT unit, coalesce(id, file) AS trace, steps, first_error, errors, warnings, rules, round(score, 4) AS score
        FROM traces WHERE {Condition(where)} ORDER BY {order ?? "unit"}{(order is null ? string.Empty : ", unit")} LIMIT {limit}
        """), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static string Condition(string? where) => where is null ? "true" : $"({where})";

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static object? Value(object value) => value switch
    {
        bool or string or long or double => value,
        sbyte or byte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        float => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        System.Numerics.BigInteger big when big >= long.MinValue && big <= long.MaxValue => (long)big,
        IEnumerable<object> list => string.Join(", ", list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private void Do(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
