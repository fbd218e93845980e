//! Where people belong: groups, labels, sessions of the program, the event; and what they sent to the contest.

use super::catalog::Academy;
use super::dice::Dice;
use super::person::Person;
use super::rows::row;
use super::staff::Staff;
use super::tables::Tables;
use domain::access::{GroupRole, Role};
use domain::id::GroupId;
use domain::time::Span;
use domain::users::UserState;

/// So many people are asked to the event, into sessions, and to the contest; the others only cost time.
const ASKED: i64 = 2_000;

const SLOGANS: [&str; 6] = [
    "Look up before you look cool.",
    "The quay is patient. Be it too.",
    "One raised hand stops forty tons.",
    "Helm auf, Kopf an.",
    "安全第一、急がば回れ。",
    "Ο γερανός δεν σε βλέπει. Εσύ δες τον.",
];

/// Puts a person where chance and their number say.
pub(super) fn belong(academy: &Academy, person: &Person, tables: &mut Tables, dice: &mut Dice) {
    let mut groups = vec![*dice.pick(&academy.groups)];
    if dice.chance(20) {
        groups.push(*dice.pick(&academy.groups));
    }
    groups.dedup();
    for group in &groups {
        let role = match person.number % 60 {
            21 => GroupRole::Instructor,
            42 => GroupRole::Admin,
            _ => GroupRole::Learner,
        };
        tables.members.push(row![*group, person.id, role]);
    }
    if dice.chance(25) {
        tables.labels.push(row![*dice.pick(&academy.labels), person.id]);
    }
    if person.number >= ASKED || person.state == UserState::Pending {
        return;
    }
    let runs = academy.sessions.iter().zip(academy.groups.iter().take(2).rev());
    for (session, group) in runs {
        if groups.contains(group) {
            let role = if person.number % 60 == 21 {
                "instructor"
            } else {
                "learner"
            };
            tables.session_members.push(row![*session, person.id, role]);
        }
    }
    if person.number % 29 == 7 {
        tables.attendees.push(row![academy.event, person.id]);
    }
    if person.number % 23 == 6 {
        take_part(academy, person, tables, dice);
    }
}

/// A contribution to the slogan contest.
fn take_part(academy: &Academy, person: &Person, tables: &mut Tables, dice: &mut Dice) {
    let Some(((_, last), course)) = person.here.zip(academy.courses.first()) else {
        return;
    };
    let text = dice.pick(&SLOGANS);
    let score = dice.chance(70).then(|| 40 + dice.below(61));
    let at = dice.moment(last - Span::days(10), last).max(person.joined_at);
    let file_name = dice.chance(50).then_some("slogan.txt");
    tables.submissions.push(row![
        dice.uuid(),
        person.id,
        course.id,
        "Safety slogan",
        file_name,
        text.as_bytes().to_vec(),
        score,
        at
    ]);
}

/// Puts one of the staff into groups that fit their role.
pub(super) fn belong_as_staff(academy: &Academy, person: &Person, staff: &Staff, tables: &mut Tables) {
    let group = |place: usize| academy.groups.get(place).copied();
    let groups: Vec<GroupId> = match (staff.role, staff.group_role) {
        (Role::Member, GroupRole::Admin) => [group(0), group(1)].into_iter().flatten().collect(),
        (Role::Member, GroupRole::Instructor) => [group(0), group(3)].into_iter().flatten().collect(),
        (Role::Member, GroupRole::Learner) => [group(0), group(10)].into_iter().flatten().collect(),
        _ => group(11).into_iter().collect(),
    };
    for group in groups {
        tables.members.push(row![group, person.id, staff.group_role]);
    }
    let [_, running] = academy.sessions;
    match staff.group_role {
        GroupRole::Instructor => tables
            .session_members
            .push(row![running, person.id, "instructor"]),
        GroupRole::Learner if person.studies => {
            tables.session_members.push(row![running, person.id, "learner"]);
        }
        _ => {}
    }
}
