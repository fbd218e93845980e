//! How much somebody learns: time and experience points (XP) by day.

use crate::time::{Date, Timestamp};
use serde::{Deserialize, Serialize};

/// Days of activity that are shown one by one.
pub const SHOWN_DAYS: i32 = 90;

/// What somebody did on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActiveDay {
    /// The day, in UTC.
    pub day: Date,
    /// Seconds spent in courses.
    pub seconds: u64,
    /// Points earned.
    pub xp: u64,
}

/// What somebody did so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Seconds spent in courses, ever.
    pub seconds: u64,
    /// Points earned, ever.
    pub xp: u64,
    /// The present day.
    pub today: Date,
    /// Days of the last [`SHOWN_DAYS`] on which something was done, oldest first.
    pub days: Vec<ActiveDay>,
}

impl Activity {
    /// Minutes a day over the last so many days, today among them; days without activity count.
    pub fn daily_minutes(&self, days: i32) -> u64 {
        let since = self.today.plus_days(1 - days);
        let recent = self.days.iter().filter(|day| day.day >= since);
        let seconds: u64 = recent.map(|day| day.seconds).sum();
        let whole = u64::try_from(days).unwrap_or(0).saturating_mul(60);
        (seconds + whole / 2).checked_div(whole).unwrap_or(0)
    }

    /// Every one of the last so many days, oldest first, the idle ones with zeros.
    pub fn each_day(&self, days: i32) -> Vec<ActiveDay> {
        let each = (0..days).rev().map(|ago| {
            let day = self.today.plus_days(-ago);
            let found = self.days.iter().find(|active| active.day == day);
            found.copied().unwrap_or(ActiveDay {
                day,
                seconds: 0,
                xp: 0,
            })
        });
        each.collect()
    }
}

/// Points for a lesson done.
pub const LESSON_XP: u64 = 10;
/// Points for a course completed.
pub const COMPLETION_XP: u64 = 50;
/// Points for something handed in.
pub const SUBMISSION_XP: u64 = 20;

/// The most that one report of time is believed, in seconds: pages report every half minute, and late ones when they wake.
pub const LONGEST_BEAT: u64 = 300;

/// How much of the seconds that a page reports counts. What lies before `counted_until` was counted already, whatever page
/// reported it: nobody learns more than a second in a second.
pub fn countable(claimed: u64, now: Timestamp, counted_until: Option<Timestamp>) -> u64 {
    let passed = counted_until.map_or(LONGEST_BEAT, |until| {
        u64::try_from((now - until).as_seconds()).unwrap_or(0)
    });
    claimed.min(passed).min(LONGEST_BEAT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idle_days_count_in_the_average() {
        let today = Date::parse("2026-06-30").unwrap();
        let on = |ago: i32, minutes: u64| ActiveDay {
            day: today.plus_days(-ago),
            seconds: minutes * 60,
            xp: 0,
        };
        let activity = Activity {
            seconds: 0,
            xp: 0,
            today,
            days: vec![on(29, 60), on(7, 30), on(6, 70), on(0, 70)],
        };
        assert_eq!(activity.daily_minutes(7), 20);
        assert_eq!(activity.daily_minutes(30), 8);
        let each = activity.each_day(8);
        assert_eq!(
            (
                each.len(),
                each.first().unwrap().seconds,
                each.last().unwrap().seconds
            ),
            (8, 1800, 4200)
        );
    }
}
