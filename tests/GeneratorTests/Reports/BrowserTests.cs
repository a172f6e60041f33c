using System.Diagnostics;
using System.IO;
using System.Text.RegularExpressions;

namespace GeneratorTests.Reports;

/// <summary>The page in a real browser.</summary>
[Collection(SampleProjects.Name)]
public sealed class BrowserTests(SampleProjects projects)
{
    /// <summary>Measures what is drawn, and whether the page is wider than the window, and writes it into the document.</summary>
    private const string Probe = """
        <script>
        const drawn = [...document.querySelectorAll('figure svg')].map(svg => {
          const box = svg.getBoundingClientRect();
          const marks = [...svg.querySelectorAll('.line, .dot, .band, .heat')].filter(mark => { const b = mark.getBoundingClientRect(); return b.width > 0 && b.height >= 0 && b.left >= box.left - 1 && b.right <= box.right + 1 && b.top >= box.top - 1 && b.bottom <= box.bottom + 1; });
          return box.width > 100 && box.height > 50 && marks.length > 0 && marks.length === svg.querySelectorAll('.line, .dot, .band, .heat').length;
        });
        const ink = getComputedStyle(document.body).color, page = getComputedStyle(document.body).backgroundColor;
        document.body.insertAdjacentHTML('beforeend', `<p id="probe">plots ${drawn.length}, drawn ${drawn.filter(d => d).length}, overflow ${document.documentElement.scrollWidth > innerWidth}, ${ink} on ${page}</p>`);
        </script>
        """;

    [ChromiumTheory]
    [InlineData(1, 1280)]
    [InlineData(0, 600)]
    public void Nothing_is_complained_about_and_every_plot_is_drawn(int scheme, int width)
    {
        SampleProject project = projects.Plain;
        string file = Path.Combine(project.Folder, "page.html");
        File.WriteAllText(file, project.Html.Replace("</body>", Probe + "</body>"));
        ProcessStartInfo start = new(
            ChromiumTheoryAttribute.Browser!,
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-logging=stderr", "--user-data-dir=" + Path.Combine(project.Folder, "profile"), "--window-size=" + width + ",1000",
                "--blink-settings=preferredColorScheme=" + scheme, "--virtual-time-budget=1000", "--dump-dom", "file://" + file,
            ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process browser = Process.Start(start)!;
        System.Threading.Tasks.Task<string> errors = browser.StandardError.ReadToEndAsync();
        string page = browser.StandardOutput.ReadToEnd();
        browser.WaitForExit();

        Assert.DoesNotContain(errors.Result.Split('\n'), static line => line.Contains("CONSOLE"));
        int plots = Regex.Count(project.Html, "<figure");
        Assert.Equal(5, plots); // the parabola's profile, error and front of the wave, error of the hill, error of the table
        string colours = scheme == 0 ? "rgb(230, 237, 243) on rgb(13, 17, 23)" : "rgb(27, 31, 36) on rgb(246, 247, 249)";
        Assert.Contains($"<p id=\"probe\">plots {plots}, drawn {plots}, overflow false, {colours}</p>", page);
    }
}
