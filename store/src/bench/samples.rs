//! Times that were taken, and the table they are shown in.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// Times of one thing, shortest first.
#[derive(Debug, Clone)]
pub struct Samples(Vec<Duration>);

impl Samples {
    /// Of times in any order.
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    pub(super) fn once(time: Duration) -> Self {
        Self(vec![time])
    }

    /// Half took no longer.
    pub fn median(&self) -> Duration {
        self.at(50)
    }

    /// Ninety-five of a hundred took no longer.
    pub fn p95(&self) -> Duration {
        self.at(95)
    }

    fn at(&self, percent: usize) -> Duration {
        let place = (self.0.len() * percent).div_ceil(100).saturating_sub(1);
        self.0.get(place).copied().unwrap_or_default()
    }
}

/// Times something that may fail.
pub async fn timed<T, E>(work: impl Future<Output = Result<T, E>>) -> Result<(T, Duration), E> {
    let begun = Instant::now();
    let value = work.await?;
    Ok((value, begun.elapsed()))
}

/// A figure beside its floor.
#[derive(Debug, Clone)]
pub struct Figure {
    /// What was measured.
    pub what: String,
    /// How long it took.
    pub took: Samples,
    /// What the floor is, and how long that took; none for a figure that only informs.
    pub floor: Option<(&'static str, Samples)>,
    /// Anything else worth knowing.
    pub note: String,
}

/// Figures as an aligned text table; times in milliseconds, the ratio that of the 95th percentiles.
pub fn table(figures: &[Figure]) -> String {
    let head = [
        "",
        "median ms",
        "p95 ms",
        "floor",
        "median ms",
        "p95 ms",
        "ratio",
        "",
    ]
    .map(str::to_owned);
    let mut rows = vec![head];
    rows.extend(figures.iter().map(row));
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
    };
    let widths: Vec<usize> = (0..8).map(|column| width(column).unwrap_or(0)).collect();
    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            // Writing to a string cannot fail.
            let _ = match column {
                0 | 3 | 7 => write!(line, "{cell:<width$}  "),
                _ => write!(line, "{cell:>width$}  "),
            };
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn row(figure: &Figure) -> [String; 8] {
    let millis = |time: Duration| format!("{:.3}", time.as_secs_f64() * 1e3);
    let (floor, median, p95, ratio) = match &figure.floor {
        Some((what, floor)) => {
            let ratio = figure.took.p95().as_secs_f64() / floor.p95().as_secs_f64();
            (
                (*what).to_owned(),
                millis(floor.median()),
                millis(floor.p95()),
                format!("{ratio:.2}"),
            )
        }
        None => Default::default(),
    };
    let (took, slow) = (millis(figure.took.median()), millis(figure.took.p95()));
    [
        figure.what.clone(),
        took,
        slow,
        floor,
        median,
        p95,
        ratio,
        figure.note.clone(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stands_beside_its_floor() {
        let times = |times: &[u64]| Samples::of(times.iter().map(|ms| Duration::from_millis(*ms)).collect());
        let figures = [
            Figure {
                what: "first page".into(),
                took: times(&[4, 2, 3]),
                floor: Some(("50 by key", times(&[2, 1, 1]))),
                note: String::new(),
            },
            Figure {
                what: "all".into(),
                took: times(&[12]),
                floor: None,
                note: "9 MB".into(),
            },
        ];
        insta::assert_snapshot!(table(&figures), @r"
                    median ms  p95 ms  floor      median ms  p95 ms  ratio
        first page      3.000   4.000  50 by key      1.000   2.000   2.00
        all            12.000  12.000                                       9 MB
        ");
    }
}
