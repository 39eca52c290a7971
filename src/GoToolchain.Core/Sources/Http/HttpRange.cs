using System.Net.Http.Headers;

namespace GoToolchain.Sources.Http;

/// <summary>The rest of a file.</summary>
/// <param name="From">The first byte that is wanted.</param>
/// <param name="ETag">The strong validator that has to fit still; null: none.</param>
/// <param name="LastModified">The same, when there is no ETag.</param>
/// <param name="To">The last byte that is wanted; null: to the end.</param>
internal sealed record HttpRange(long From, string? ETag = null, DateTimeOffset? LastModified = null, long? To = null)
{
    /// <summary>As headers. Without a validator the range is asked for all the same: the digest over the whole file decides in the end.</summary>
    /// <param name="headers">Those of the request.</param>
    public void AddTo(HttpRequestHeaders headers)
    {
        headers.Range = new RangeHeaderValue(From, To);
        if (ETag is not null && EntityTagHeaderValue.TryParse(ETag, out var tag))
        {
            headers.IfRange = new RangeConditionHeaderValue(tag);
        }
        else if (LastModified is { } date)
        {
            headers.IfRange = new RangeConditionHeaderValue(date);
        }
    }
}
