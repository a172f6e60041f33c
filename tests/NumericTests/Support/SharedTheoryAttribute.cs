using System;

namespace NumericTests;

/// <summary>
/// A theory over the large reference files that are kept outside the repository: in the folder <c>PROXIMA_SHARED</c> names, or in
/// <c>../shared</c> beside the repository. Where they are absent the test is reported as skipped, with what was looked for.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string folder)
    {
        if (SharedData.Find(folder) is null)
        {
            Skip = "skipped: no folder '" + folder + "' under PROXIMA_SHARED or ../shared beside the repository";
        }
    }
}
