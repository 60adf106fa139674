using System.Globalization;
using System.Text;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Review.Reporting;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Writes the alarms down to be read by hand, in the order of the data, one line each, so that two runs can be compared.</summary>
internal sealed class AlarmWriter(Stream output, ReportFormat format, bool isAll)
{
    /// <summary>Writes one alarm; accepted ones only where all are asked for.</summary>
    public void Write(string set, Alarm alarm, bool isNew)
    {
        if (!isAll && !isNew)
            return;
        if (format == ReportFormat.JsonLines)
            WriteJson(set, alarm, isNew);
        else
            output.Write(Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture,
                $"{(isNew ? "alarm" : "accepted")}  {alarm.Id}  {alarm.Rule} {SeverityNames.NameOf(alarm.Severity)}  {alarm.Reading}\n"
                    + $"    {alarm.Excerpt}\n    {alarm.Message}\n")));
    }

    private void WriteJson(string set, Alarm alarm, bool isNew)
    {
        JsonRow.Write(output, json =>
        {
            json.WriteString("alarm", alarm.Id);
            json.WriteString("set", set);
            if (alarm.Step is { } step)
                json.WriteNumber("step", step);
            else
                json.WriteNull("step");
            json.WriteString("rule", alarm.Rule);
            json.WriteString("severity", SeverityNames.NameOf(alarm.Severity));
            json.WriteString("reading", alarm.Reading);
            json.WriteBoolean("accepted", !isNew);
            json.WriteString("passage", alarm.Passage);
            json.WriteString("excerpt", alarm.Excerpt);
            json.WriteString("message", alarm.Message);
        });
    }
}
