using System.Text.Json.Serialization;

namespace SharedLibrary;

/// <summary>A line of the table by which Go's own tests go too: <c>libcalc/testdata/summaries.json</c>.</summary>
internal sealed record SummaryCase(double[][] Samples, long Count, double Mean, double Min, double Max, string? Error, string? Panic)
{
    /// <summary>What Go has to say of it.</summary>
    public string Expected =>
        Error is not null ? $"CalcException: {Error}"
        : Panic is not null ? $"CalcException: panic: {Panic}"
        : new Calc.Summary(Count, Mean, Min, Max).ToString();

    /// <summary>What it says through the bindings.</summary>
    public string Found()
    {
        try
        {
            return Calc.Summarize([.. Samples.Select(s => new Calc.Sample(s[0], (int)s[1]))]).ToString();
        }
        catch (CalcException e)
        {
            return $"CalcException: {e.Message}";
        }
    }
}

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(SummaryCase[]))]
internal sealed partial class SummaryCases : JsonSerializerContext;
