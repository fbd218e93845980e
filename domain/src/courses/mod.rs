//! Courses: what they hold, who may open them, where somebody's stands, and what they do in them.

mod activity;
mod course;
mod form;
mod learner;
mod lists;
mod products;
mod report;
mod standing;

pub use activity::{
    ActiveDay, Activity, COMPLETION_XP, LESSON_XP, LONGEST_BEAT, SHOWN_DAYS, SUBMISSION_XP, countable,
};
pub use course::{CourseDetails, Lesson};
pub use form::{CourseForm, CourseRefused, CourseTerms, LessonForm};
pub use learner::{
    Certificate, LARGEST_SUBMISSION, LearnRefused, LessonPage, MOST_SUBMISSIONS, MySubmission, OpenCourse,
};
pub use lists::{
    CourseLearner, CourseLearners, CourseList, CourseRow, Due, DueList, DueRow, RecordList, RecordRow,
};
pub use products::{
    Attendee, AttendeeList, Bundle, BundleForm, Event, EventForm, EventTerms, ProductRefused,
};
pub use report::{
    Counted, HIGHEST_SCORE, Happened, LONGEST_REPORT, MOST_EVENTS, MOST_POINTS, NamedCourse, NamedUser,
    Occasion, ReportRefused, reportable,
};
pub use standing::{CourseStanding, MyCourse, UserEnrollment};
