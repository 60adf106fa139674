using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace ReasoningLsp.Review.Scoring.Caching;

/// <summary>
/// Scores on the disk, shared by every process of the user and bounded in size. It never fails a review: what cannot be read
/// is computed again, and <see cref="Problem"/> says why. Thread-safe.
/// </summary>
public sealed class ScoreStore : IDisposable
{
    // Raised whenever keys mean something else; what was kept under older ones is dropped.
    private const int Layout = 3;
    private const int BusyMilliseconds = 2_000;

    // A critique has some kilobytes.
    private const int EntriesPerCritique = 100;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly long _mostEntries;
    private SqliteConnection? _connection;
    private long _written;

    /// <summary>A store in the file at <paramref name="path"/>.</summary>
    /// <param name="path">Full path; made when something is kept.</param>
    /// <param name="clock">Time.</param>
    /// <param name="mostEntries">The entries unused for longest go beyond it; one takes about 100 bytes.</param>
    public ScoreStore(string path, TimeProvider clock, long mostEntries = 2_000_000)
    {
        _path = path;
        _clock = clock;
        _mostEntries = mostEntries;
    }

    /// <summary>Why scores could not be read or kept, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>How many scores and critiques are kept, and in how many bytes.</summary>
    public (long Entries, long Bytes) Size() => Try(connection =>
    {
        using var count = Command(connection,
            "SELECT (SELECT COUNT(*) FROM scores) + (SELECT COUNT(*) FROM critiques), (SELECT page_count FROM pragma_page_count()) "
                + "* (SELECT page_size FROM pragma_page_size())");
        using var row = count.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    });

    /// <summary>Forgets everything; how much there was.</summary>
    public long Clear() => Try(connection =>
    {
        using var delete = Command(connection, "DELETE FROM scores");
        using var deleteTexts = Command(connection, "DELETE FROM critiques");
        var count = delete.ExecuteNonQuery() + deleteTexts.ExecuteNonQuery();
        using var vacuum = Command(connection, "VACUUM");
        vacuum.ExecuteNonQuery();
        return (long)count;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
            Close();
    }

    /// <summary>The scores of these keys, or null unless all of them are kept.</summary>
    internal ImmutableArray<CachedScore>? Read(ImmutableArray<byte[]> keys) => Try<ImmutableArray<CachedScore>?>(connection =>
    {
        using var transaction = connection.BeginTransaction();
        using var select = Command(connection,
            "UPDATE scores SET used = $used WHERE key = $key RETURNING value, redundancy, residual, windowed", transaction);
        var key = select.Parameters.Add("$key", SqliteType.Blob);
        select.Parameters.AddWithValue("$used", Now());
        var scores = ImmutableArray.CreateBuilder<CachedScore>(keys.Length);
        foreach (var each in keys)
        {
            key.Value = each;
            using var row = select.ExecuteReader();
            if (!row.Read())
                return null;
            scores.Add(new CachedScore(row.GetDouble(0), row.IsDBNull(1) ? null : row.GetDouble(1),
                row.IsDBNull(2) ? null : row.GetDouble(2), row.GetInt64(3) != 0));
        }

        transaction.Commit();
        return scores.MoveToImmutable();
    });

    /// <summary>Keeps scores under their keys.</summary>
    internal void Write(ImmutableArray<byte[]> keys, ImmutableArray<CachedScore> scores) => Try(connection =>
    {
        using var transaction = connection.BeginTransaction();
        using var insert = Command(connection,
            "INSERT OR REPLACE INTO scores (key, value, redundancy, residual, windowed, used) VALUES ($key, $value, $redundancy, "
                + "$residual, $windowed, $used)", transaction);
        var parameters = ((string, SqliteType)[])[("$key", SqliteType.Blob), ("$value", SqliteType.Real), ("$redundancy", SqliteType.Real),
            ("$residual", SqliteType.Real), ("$windowed", SqliteType.Integer), ("$used", SqliteType.Integer)];
        var slots = parameters.Select(parameter => insert.Parameters.Add(parameter.Item1, parameter.Item2)).ToArray();
        for (var i = 0; i < keys.Length; i++)
        {
            object[] values = [keys[i], scores[i].Value, (object?)scores[i].Redundancy ?? DBNull.Value,
                (object?)scores[i].Residual ?? DBNull.Value, scores[i].IsWindowed ? 1 : 0, Now()];
            for (var slot = 0; slot < slots.Length; slot++)
                slots[slot].Value = values[slot];
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        _written += keys.Length;
        if (_written >= Math.Max(1, _mostEntries / 100))
        {
            _written = 0;
            Bound(connection, "scores", _mostEntries);
        }

        return true;
    });

    /// <summary>The critique of this key, or null.</summary>
    internal Critique? ReadCritique(byte[] key) => Try(connection =>
    {
        using var select = Command(connection, "UPDATE critiques SET used = $used WHERE key = $key RETURNING text, asked");
        select.Parameters.AddWithValue("$used", Now());
        select.Parameters.AddWithValue("$key", key);
        using var row = select.ExecuteReader();
        return row.Read() ? new Critique(row.GetString(0), row.IsDBNull(1) ? null : row.GetDouble(1)) : null;
    });

    /// <summary>Keeps a critique; those unused for longest give way.</summary>
    internal void Write(byte[] key, Critique critique) => Try(connection =>
    {
        using var insert = Command(connection,
            "INSERT OR REPLACE INTO critiques (key, text, asked, used) VALUES ($key, $text, $asked, $used)");
        insert.Parameters.AddWithValue("$key", key);
        insert.Parameters.AddWithValue("$text", critique.Text);
        insert.Parameters.AddWithValue("$asked", (object?)critique.Asked ?? DBNull.Value);
        insert.Parameters.AddWithValue("$used", Now());
        insert.ExecuteNonQuery();
        Bound(connection, "critiques", _mostEntries / EntriesPerCritique);
        return true;
    });

    // A tenth goes at once, so that it does not happen again soon.
    private static void Bound(SqliteConnection connection, string table, long most)
    {
        using var count = Command(connection, $"SELECT COUNT(*) FROM {table}");
        if ((long)count.ExecuteScalar()! <= most)
            return;
        using var delete = Command(connection,
            $"DELETE FROM {table} WHERE key IN (SELECT key FROM {table} ORDER BY used LIMIT (SELECT COUNT(*) FROM {table}) - $kept)");
        delete.Parameters.AddWithValue("$kept", most - (most / 10));
        delete.ExecuteNonQuery();
    }

    private T? Try<T>(Func<SqliteConnection, T> work)
    {
        lock (_lock)
        {
            try
            {
                return work(Open());
            }
            catch (SqliteException error) when (error.SqliteErrorCode is Corrupt or NotADatabase)
            {
                return Anew(error, work);
            }
            catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
            {
                Problem = $"The cache of scores {_path} cannot be used: {error.Message}";
                Close();
                return default;
            }
        }
    }

    /// <summary>A broken cache is worth nothing; it is begun again.</summary>
    private T? Anew<T>(SqliteException broken, Func<SqliteConnection, T> work)
    {
        Close();
        try
        {
            foreach (var file in (string[])[_path, _path + "-wal", _path + "-shm"])
                File.Delete(file);
            return work(Open());
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            Problem = $"The cache of scores {_path} is broken ({broken.Message}) and could not be begun again: {error.Message}";
            Close();
            return default;
        }
    }

    private SqliteConnection Open()
    {
        if (_connection is not null)
            return _connection;
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = _path,
                Pooling = false,
                DefaultTimeout = BusyMilliseconds / 1_000
            }.ToString());
        try
        {
            connection.Open();
            using (var prepare = Command(connection, $"""
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = NORMAL;
                PRAGMA busy_timeout = {BusyMilliseconds};
                """))
                prepare.ExecuteNonQuery();
            LayOut(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        return _connection = connection;
    }

    // Whoever opens the store first lays it out, and the others wait: an old table is dropped once, before anybody writes.
    private static void LayOut(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        using var version = Command(connection, "PRAGMA user_version", transaction);
        if (Convert.ToInt64(version.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) != Layout)
        {
            using var layOut = Command(connection, $"""
                DROP TABLE IF EXISTS scores;
                CREATE TABLE scores (
                    key BLOB PRIMARY KEY, value REAL NOT NULL, redundancy REAL, residual REAL,
                    windowed INTEGER NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
                CREATE INDEX scores_used ON scores (used);
                DROP TABLE IF EXISTS critiques;
                CREATE TABLE critiques (key BLOB PRIMARY KEY, text TEXT NOT NULL, asked REAL, used INTEGER NOT NULL);
                CREATE INDEX critiques_used ON critiques (used);
                PRAGMA user_version = {Layout};
                """, transaction);
            layOut.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private long Now() => _clock.GetUtcNow().ToUnixTimeSeconds();

    private static SqliteCommand Command(SqliteConnection connection, string text, SqliteTransaction? transaction = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = transaction;
        return command;
    }
}
