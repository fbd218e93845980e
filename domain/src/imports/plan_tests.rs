//! Each rule of planning once, as a small file and what becomes of its rows.

use super::*;
use crate::access::{Role, Standing};
use crate::id::{CourseId, Id, LicenseId, UserId};
use crate::licenses::{Seats, Term};
use crate::time::Date;
use crate::users::{Email, Language, PasswordPlan, PasswordPolicy, PersonName, Phone, UserState, Username};

fn id<I: Id>(n: u128) -> I {
    I::from_uuid(uuid::Uuid::from_u128(n))
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn user(n: u128, username: &str, email: Option<&str>) -> KnownUser {
    KnownUser {
        id: id(n),
        username: Username::parse(username).unwrap(),
        email: email.map(|email| Email::parse(email).unwrap()),
        first_name: PersonName::parse("First").unwrap(),
        last_name: PersonName::parse("Last").unwrap(),
        role: Role::Member,
        state: UserState::Active,
        never_accessed: false,
        phone: None,
        department: None,
        location: None,
        groups: Vec::new(),
        labels: Vec::new(),
        language: Language::En,
        deletion_date: None,
        job_title: None,
        address: None,
        date_of_birth: None,
        external_id: None,
        seats: Vec::new(),
        enrollments: Vec::new(),
    }
}

fn license(n: u128, name: &str, free: i64, courses: &[u128]) -> KnownLicense {
    KnownLicense {
        id: id(n),
        reference: format!("L-{n}"),
        name: name.to_owned(),
        seats: Seats {
            purchased: free + 5,
            allocated: 3,
            reserved: 2,
        },
        term: Term {
            valid_from: day("2026-01-01"),
            valid_to: day("2026-12-31"),
            archived_at: None,
        },
        courses: courses.iter().map(|course| id(*course)).collect(),
    }
}

fn named<I: Id>(names: &[&str]) -> Vec<Named<I>> {
    let one = |(i, name): (usize, &&str)| Named {
        id: id(i as u128 + 1),
        name: (*name).to_owned(),
    };
    names.iter().enumerate().map(one).collect()
}

/// An organization with a few of everything; an administrator imports.
fn world() -> Directory {
    let course = |n: u128, reference: &str, title: &str| KnownCourse {
        id: id(n),
        reference: reference.to_owned(),
        title: title.to_owned(),
    };
    let anna = KnownUser {
        phone: Some(Phone::parse("+49301234567").unwrap()),
        location: Some(id(1)),
        groups: vec![id(1)],
        seats: vec![id(1)],
        enrollments: vec![(id(1), Some(day("2026-06-30"))), (id(2), None)],
        ..user(1, "anna", Some("anna@a.co"))
    };
    Directory {
        importer: Standing {
            user: id(9),
            role: Role::Administrator,
            groups: Vec::new(),
            sessions: Vec::new(),
        },
        today: day("2026-05-01"),
        password_policy: PasswordPolicy::default(),
        erase_anyone: false,
        total_users: 100,
        active_users: 90,
        user_cap: None,
        locations: named(&["Berlin", "Zürich"]),
        departments: named(&["Sales"]),
        labels: named(&["new", "vip"]),
        groups: named(&["Blue", "Red"]),
        courses: vec![
            course(1, "SAFE-1", "Safety"),
            course(2, "FIRE-1", "Fire"),
            course(3, "LAW-1", "Law"),
        ],
        licenses: vec![
            license(1, "Safety 2026", 2, &[1, 2]),
            license(2, "Law 2026", 0, &[3]),
            KnownLicense {
                term: Term {
                    valid_from: day("2025-01-01"),
                    valid_to: day("2025-12-31"),
                    archived_at: None,
                },
                ..license(3, "Law 2025", 9, &[3])
            },
        ],
        users: vec![
            anna,
            KnownUser {
                never_accessed: true,
                external_id: Some(crate::users::ExternalId::parse("E2").unwrap()),
                ..user(2, "ben", Some("ben@a.co"))
            },
            KnownUser {
                state: UserState::Archived,
                ..user(3, "cleo", None)
            },
            KnownUser {
                role: Role::Owner,
                ..user(8, "olga", Some("olga@a.co"))
            },
            KnownUser {
                role: Role::Administrator,
                ..user(9, "me", Some("me@a.co"))
            },
        ],
        numbered_usernames: vec!["ben2".into()],
    }
}

fn planned_in(world: Directory, file: &str, options: &Options) -> Plan {
    let table = Table::read(file).unwrap();
    plan(&table, &Mapping::recognize(&table), options, &world.index())
}

/// One word or more a row: outcome, user, changed fields, and `code@field` of problems.
fn told(plan: &Plan) -> Vec<String> {
    let row = |row: &PlannedRow| {
        let mut words = vec![format!("{} {}", row.outcome.as_str(), row.user)];
        for change in &row.changes {
            let show = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
            words.push(format!(
                "{}:{}>{}",
                change.field,
                show(&change.before),
                show(&change.after)
            ));
        }
        for problem in &row.problems {
            let field = problem.field.map_or("row", Field::as_str);
            words.push(format!("{}@{field}", problem.code.as_str()));
        }
        words.join(" ")
    };
    plan.rows.iter().map(row).collect()
}

#[track_caller]
fn check(options: &Options, file: &str, expected: &[&str]) {
    assert_eq!(told(&planned_in(world(), file, options)), expected, "{file}");
}

fn add() -> Options {
    Options {
        new_password: NewPassword::Activation,
        ..Options::default()
    }
}

fn upsert() -> Options {
    Options {
        import_type: ImportType::AddAndUpdate,
        ..add()
    }
}

fn overriding() -> Options {
    Options {
        existing_details: ExistingDetails::Override,
        ..upsert()
    }
}

#[test]
fn each_type_makes_and_changes_whom_it_says() {
    let file = "email,firstname,lastname,location\nanna@a.co,Anna,A,Zürich\ndora@a.co,Dora,D,\n";
    let created = "create dora@a.co username:->dora@a.co firstname:->Dora lastname:->D email:->dora@a.co password:->(activation link)";
    check(&add(), file, &["skip anna already_exists@row", created]);
    check(&upsert(), file, &["skip anna no_changes@row", created]);
    let changed = "update anna firstname:First>Anna lastname:Last>A location:Berlin>Zürich";
    check(&overriding(), file, &[changed, created]);
    let update_only = Options {
        import_type: ImportType::UpdateExisting,
        ..overriding()
    };
    check(&update_only, file, &[changed, "skip dora@a.co not_found@row"]);
}

#[test]
fn details_are_kept_overridden_or_filled_in() {
    let file = "username,phone,job_title,location,groups,language\nanna,+49 30 1234567,Boss,Zürich,Red,de\n";
    check(&upsert(), file, &["skip anna no_changes@row"]);
    check(
        &overriding(),
        file,
        &["update anna location:Berlin>Zürich groups:Blue>Red language:en>de job_title:->Boss"],
    );
    let filling = Options {
        existing_details: ExistingDetails::Fill,
        ..upsert()
    };
    check(&filling, file, &["update anna job_title:->Boss"]);
    check(
        &overriding(),
        "username,phone,location\nanna,,\n",
        &["skip anna no_changes@row"],
    );
}

#[test]
fn a_cell_that_is_not_used_stops_nobody() {
    let file = "username,phone\nanna,none\n";
    check(&add(), file, &["skip anna already_exists@row"]);
    check(&upsert(), file, &["skip anna no_changes@row"]);
    check(&overriding(), file, &["error anna not_valid@phone"]);
}

#[test]
fn users_are_matched_by_the_setting() {
    let by = |match_by| Options { match_by, ..upsert() };
    check(
        &by(MatchBy::UsernameElseEmail),
        "username,email\nnew,ANNA@A.CO\n",
        &["skip anna no_changes@row"],
    );
    check(
        &by(MatchBy::ExternalId),
        "external_id\nE2\n",
        &["skip ben no_changes@row"],
    );
    check(
        &by(MatchBy::ExternalId),
        "external_id,email,firstname,lastname\nE7,ben@a.co,Ben,B\n",
        &["error ben@a.co email_taken@email"],
    );
    check(
        &by(MatchBy::Email),
        "email,external_id,username,firstname,lastname\nx@a.co,E2,anna,X,Y\n",
        &["error anna external_id_taken@external_id username_taken@username"],
    );
    check(
        &by(MatchBy::Email),
        "email,username\nanna@a.co,ben\n",
        &["error ben matches_two_users@username"],
    );
    check(
        &by(MatchBy::UsernameElseEmail),
        "username,email\nanna,ben@a.co\n",
        &["error anna matches_two_users@email"],
    );
}

#[test]
fn the_second_line_of_a_duplicate_is_refused() {
    check(
        &add(),
        "email,username,firstname,lastname,external_id\nx@a.co,,X,Y,1\nX@A.CO,,X,Y,2\ny@a.co,why,X,Y,3\nz@a.co,WHY,X,Y,4\nv@a.co,,,,1\n",
        &[
            "create x@a.co username:->x@a.co firstname:->X lastname:->Y email:->x@a.co password:->(activation link) external_id:->1",
            "error X@A.CO duplicate_in_file@email",
            "create why username:->why firstname:->X lastname:->Y email:->y@a.co password:->(activation link) external_id:->3",
            "error WHY duplicate_in_file@username",
            "error v@a.co duplicate_in_file@external_id",
        ],
    );
    check(
        &upsert(),
        "username,email\nanna,\n,anna@a.co\n",
        &["skip anna no_changes@row", "error anna duplicate_in_file@row"],
    );
}

#[test]
fn several_problems_of_a_row_are_told_at_once() {
    check(
        &Options::default(),
        "email,firstname,role,location,deleted,date_of_birth\ndora@a.co,,king,Berln,,01/02/2000\nnobody,,,,maybe,\n",
        &[
            "error dora@a.co not_valid@role unknown@location not_valid@date_of_birth missing@firstname missing@lastname missing@password",
            "error nobody not_valid@email not_yes_or_no@deleted",
        ],
    );
}

#[test]
fn a_ragged_row_is_an_error_of_its_line() {
    let plan = planned_in(world(), "email,phone\na@b.co\nb@b.co,12345,x\n", &add());
    assert_eq!(
        told(&plan),
        [
            "error a@b.co too_few_cells@row",
            "error b@b.co too_many_cells@row"
        ]
    );
    assert_eq!(plan.rows[1].line, 3);
}

#[test]
fn a_username_is_made_from_the_email() {
    let short = Options {
        email_as_username: false,
        ..add()
    };
    let file = "email,username,firstname,lastname\nben@x.co,,B,B\nben@y.co,,B,B\nq@y.co,ben4,B,B\nben@z.co,,B,B\ncara@z.co,,C,C\n";
    let users: Vec<String> = planned_in(world(), file, &short)
        .rows
        .into_iter()
        .map(|row| row.user)
        .collect();
    // ben and ben2 exist, and ben4 is named by a row of the file.
    assert_eq!(users, ["ben3", "ben5", "ben4", "ben6", "cara"]);
    check(
        &add(),
        "username,email,firstname,lastname\nx@a.co,y@a.co,A,A\n,x@a.co,B,B\n",
        &[
            "create x@a.co username:->x@a.co firstname:->A lastname:->A email:->y@a.co password:->(activation link)",
            "error x@a.co username_taken@username",
        ],
    );
}

#[test]
fn nobodys_username_is_anothers_email() {
    let file = "username,firstname,lastname\nben@a.co,B,B\n";
    check(
        &add(),
        &file
            .replace(",lastname", ",lastname,email")
            .replace("B,B", "B,B,z@a.co"),
        &["error ben@a.co username_taken@username"],
    );
    let keys = |file| {
        let table = Table::read(file).unwrap();
        Keys::of(&table, &Mapping::recognize(&table), &add())
    };
    assert_eq!(keys("username,phone\nben@a.co,1\n").emails, ["ben@a.co"]);
    let allowed = Options {
        allow_renames: true,
        ..upsert()
    };
    check(
        &allowed,
        "oldusername,username\nanna,ben@a.co\n",
        &["error anna username_taken@username"],
    );
}

#[test]
fn renames_need_the_old_name_and_the_setting() {
    let allowed = Options {
        allow_renames: true,
        ..upsert()
    };
    let file = "oldusername,username\nanna,anne\n";
    check(&upsert(), file, &["error anna renames_not_allowed@oldusername"]);
    check(&allowed, file, &["update anna username:anna>anne"]);
    check(
        &allowed,
        "oldusername,username\nanna,ben\n",
        &["error anna username_taken@username"],
    );
    check(
        &allowed,
        "oldusername,username\nann,anna\n",
        &["skip anna no_changes@row"],
    );
    check(
        &allowed,
        "oldusername,username\nzoe,zoey\n",
        &["skip zoe not_found@row"],
    );
    check(
        &allowed,
        "oldusername,username\nanna,\n",
        &["error anna missing@username"],
    );
    check(
        &overriding(),
        "username,email\nannie,anna@a.co\n",
        &["skip anna no_changes@row username_kept@username"],
    );
}

#[test]
fn deletes_obey_the_delete_rule() {
    let allowed = Options {
        import_type: ImportType::UpdateExisting,
        allow_deletes: true,
        ..Options::default()
    };
    let file = "username,deleted\nanna,yes\nben,Ja\nzoe,1\nolga,sí\ncleo,no\n";
    let never = [
        "error anna has_accessed@deleted",
        "delete ben deleted:no>yes",
        "skip zoe not_found@row",
    ];
    let rest = [
        "error olga not_below_you@row has_accessed@deleted",
        "skip cleo no_changes@row",
    ];
    check(&allowed, file, &[never.as_slice(), &rest].concat());
    let forbidden = Options {
        allow_deletes: false,
        ..allowed.clone()
    };
    check(
        &forbidden,
        "username,deleted\nben,oui\n",
        &["error ben deletes_not_allowed@deleted"],
    );
    let erasing = Directory {
        erase_anyone: true,
        ..world()
    };
    let plan = planned_in(erasing, file, &allowed);
    assert_eq!((plan.delete, plan.error), (2, 1));
    check(
        &add(),
        "username,deleted\nben,yes\n",
        &["skip ben already_exists@row"],
    );
}

#[test]
fn archiving_and_bringing_back_need_the_setting() {
    let allowed = Options {
        allow_archiving: true,
        ..upsert()
    };
    let file = "username,archived\nanna,yes\ncleo,yes\nolga,yes\nzoe,yes\n";
    check(
        &allowed,
        file,
        &[
            "archive anna archived:no>yes",
            "skip cleo already_archived@row",
            "error olga not_below_you@row",
            "skip zoe not_found@row",
        ],
    );
    check(
        &upsert(),
        "username,archived\nanna,yes\n",
        &["error anna archiving_not_allowed@archived"],
    );
    check(
        &upsert(),
        "username,archived\ncleo,no\n",
        &["skip cleo no_changes@row"],
    );
    check(
        &allowed,
        "username,archived\ncleo,no\n",
        &["update cleo archived:yes>no"],
    );
}

#[test]
fn nobody_at_or_above_the_importers_rank_is_touched() {
    check(
        &overriding(),
        "username,phone,role\nolga,12345,\nme,12345,\nben,,administrator\nanna,,support\n",
        &[
            "error olga not_below_you@row",
            "error me not_below_you@row",
            "error ben role_not_below@role",
            "update anna role:member>support",
        ],
    );
    check(
        &upsert(),
        "username,phone\nolga,12345\n",
        &["skip olga no_changes@row"],
    );
}

#[test]
fn new_passwords_follow_the_setting() {
    let passwords = |new_password, force_change| Options {
        new_password,
        force_change,
        ..Options::default()
    };
    let file = "username,email,firstname,lastname,password\nx,x@a.co,X,X,correct horse\ny,,Y,Y,12345678\nz,,Z,Z,\nw,w@a.co,W,W,\n";
    let outcomes = |options: &Options| {
        let row = |row: &PlannedRow| {
            let password = row.changes.iter().find(|change| change.field == Field::Password);
            let problem = row
                .problems
                .first()
                .map(|problem| problem.code.as_str().to_owned());
            password
                .and_then(|change| change.after.clone())
                .or(problem)
                .unwrap_or_default()
        };
        planned_in(world(), file, options)
            .rows
            .iter()
            .map(row)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        outcomes(&passwords(NewPassword::InFile, ForceChange::None)),
        ["(set)", "weak_password", "missing", "missing"]
    );
    assert_eq!(
        outcomes(&passwords(NewPassword::Generate, ForceChange::Weak)),
        ["(set)", "(set)", "missing", "(generated and emailed)"]
    );
    assert_eq!(
        outcomes(&passwords(NewPassword::Activation, ForceChange::All)),
        ["(activation link)", "missing", "missing", "(activation link)"]
    );
}

#[test]
fn a_forced_change_is_for_the_passwords_it_says() {
    let file = "username,firstname,lastname,password\nx,X,X,correct horse\ny,Y,Y,12345678\n";
    for (force_change, expected) in [
        (ForceChange::Weak, [false, true]),
        (ForceChange::All, [true, true]),
    ] {
        let options = Options {
            force_change,
            ..Options::default()
        };
        let table = Table::read(file).unwrap();
        let mapping = Mapping::recognize(&table);
        let steps = Planner::new(&table, &mapping, &options).steps(&[0, 1], &world().index());
        let forced: Vec<bool> = steps
            .into_iter()
            .map(|step| match step.action {
                Some(Action::Create(create)) => {
                    matches!(
                        create.user.password,
                        PasswordPlan::Typed {
                            must_change: true,
                            ..
                        }
                    )
                }
                _ => panic!("{step:?}"),
            })
            .collect();
        assert_eq!(forced, expected);
    }
}

#[test]
fn a_password_of_an_existing_user_is_set_if_the_setting_says_so() {
    let update = Options {
        existing_password: ExistingPassword::Update,
        ..upsert()
    };
    let file = "username,password\nanna,correct horse\nben,12345678\n";
    check(
        &upsert(),
        file,
        &["skip anna no_changes@row", "skip ben no_changes@row"],
    );
    check(
        &update,
        file,
        &["update anna password:->(set)", "error ben weak_password@password"],
    );
}

#[test]
fn a_license_enrolls_existing_users_even_when_details_stay() {
    let options = Options {
        license: Some("safety 2026".into()),
        due_date: Some(day("2026-07-31")),
        ..upsert()
    };
    check(
        &options,
        "username\nanna\nben\ncleo\n",
        &[
            "update anna due_date:2026-06-30>2026-07-31",
            "update ben license:->L-1 courses:->SAFE-1; FIRE-1 due_date:->2026-07-31",
            "error cleo user_archived@row",
        ],
    );
    check(
        &upsert(),
        "username,courses,due_date\nanna,safety;Law,\nben,LAW-1,2026-08-01\n",
        &[
            "update anna courses:->LAW-1",
            "update ben courses:->LAW-1 due_date:->2026-08-01",
        ],
    );
}

#[test]
fn a_rows_own_license_and_courses_win() {
    let options = Options {
        license: Some("L-1".into()),
        courses: vec!["SAFE-1".into()],
        ..upsert()
    };
    let mut world = world();
    world.licenses[1].seats.purchased += 5;
    let plan = planned_in(
        world,
        "username,license,courses\nben,Law 2026,\nanna,,FIRE-1\n",
        &options,
    );
    assert_eq!(
        told(&plan),
        [
            "update ben license:->L-2 courses:->LAW-1",
            "skip anna no_changes@row"
        ]
    );
    check(
        &options,
        "username,courses\nben,LAW-1\n",
        &["error ben course_not_in_license@courses"],
    );
    check(
        &upsert(),
        "username,license\nben,Law 2025\n",
        &["error ben license_ended@license"],
    );
    check(
        &upsert(),
        "username,license\nben,Safty 2026\n",
        &["error ben unknown@license"],
    );
}

#[test]
fn seats_are_given_in_the_order_of_the_file() {
    let options = Options {
        license: Some("L-1".into()),
        ..upsert()
    };
    let file =
        "email,firstname,lastname\na@x.co,A,A\nb@x.co,,B\nc@x.co,C,C\nanna@a.co,,\nd@x.co,D,D\nben@a.co,,\n";
    let plan = planned_in(world(), file, &options);
    let outcomes: Vec<&str> = plan.rows.iter().map(|row| row.outcome.as_str()).collect();
    assert_eq!(outcomes, ["create", "error", "create", "skip", "error", "error"]);
    assert_eq!(
        (plan.seats_needed, plan.seats_free, plan.seats[0].short()),
        (4, 2, 2)
    );
    let message = &plan.rows[4].problems[0].message;
    assert!(
        message.contains("2 free seats") && message.contains("needs 4: 2 are short"),
        "{message}"
    );
}

#[test]
fn the_user_cap_is_kept_in_the_order_of_the_file() {
    let capped = Directory {
        user_cap: Some(91),
        ..world()
    };
    let options = Options {
        allow_archiving: true,
        ..upsert()
    };
    let file = "email,firstname,lastname,archived\na@x.co,A,A,\nb@x.co,B,B,\nanna@a.co,,,yes\nc@x.co,C,C,\nd@x.co,D,D,\n";
    let plan = planned_in(capped, file, &options);
    let outcomes: Vec<&str> = plan.rows.iter().map(|row| row.outcome.as_str()).collect();
    assert_eq!(outcomes, ["create", "error", "archive", "create", "error"]);
    assert_eq!((plan.cap.active_after, plan.cap.over), (91, 2));
    assert_eq!(plan.rows[4].problems[0].code, Code::UserCap);
}

#[test]
fn a_setting_that_does_not_exist_makes_every_row_an_error() {
    let options = Options {
        license: Some("Safety 2062".into()),
        groups: vec!["Blue".into(), "Green".into()],
        ..add()
    };
    let plan = planned_in(world(), "email,firstname,lastname\nx@a.co,X,X\n", &options);
    assert_eq!(plan.settings.len(), 2);
    assert!(plan.settings[0].message.contains("did you mean \"Safety 2026\""));
    assert_eq!((plan.error, plan.create), (1, 0));
}

#[test]
fn groups_for_all_rows_are_joined_and_own_ones_replace() {
    let options = Options {
        groups: vec!["Red".into()],
        ..overriding()
    };
    check(
        &options,
        "username,groups\nanna,\nben,Blue\n",
        &["update anna groups:Blue>Blue; Red", "update ben groups:->Blue"],
    );
}

#[test]
fn much_of_the_organization_is_only_touched_after_typing_the_number() {
    let few = Directory {
        total_users: 20,
        ..world()
    };
    let file = "username,phone\nanna,12345\nben,12345\n";
    assert_eq!(planned_in(few.clone(), file, &overriding()).count_to_type(), None);
    let fewer = Directory {
        total_users: 19,
        ..few
    };
    assert_eq!(planned_in(fewer, file, &overriding()).count_to_type(), Some(2));
}

#[test]
fn failing_rows_import_cleanly_once_mended() {
    let file =
        "email;firstname;lastname;phone;password\nok@a.co;A;A;;\nbad;=B;B;+49 30 12345;=x\nshort@a.co;S\n";
    let table = Table::read(file).unwrap();
    let mapping = Mapping::recognize(&table);
    let first = plan(&table, &mapping, &add(), &world().index());
    assert_eq!((first.create, first.error), (1, 2));
    let failing = decode(&failing_rows(&table, &mapping, first.failing()), 1).unwrap();
    assert!(failing.starts_with("error;email;firstname"), "{failing}");
    assert!(
        failing.contains("\"email: \"\"bad\"\": not an email address"),
        "{failing}"
    );
    let mended = failing
        .replace(";bad;", ";good@a.co;")
        .replace(";S\n", ";S;S;;\n");
    let table = Table::read(&mended).unwrap();
    let mapping = Mapping::recognize(&table);
    assert!(mapping.warnings(&table).is_empty());
    let second = plan(&table, &mapping, &add(), &world().index());
    assert_eq!((second.create, second.error), (2, 0), "{:?}", told(&second));
    let name = second.rows[0]
        .changes
        .iter()
        .find(|change| change.field == Field::FirstName);
    assert_eq!(name.and_then(|change| change.after.as_deref()), Some("=B"));
}

#[test]
fn the_directory_survives_the_wire() {
    let json = serde_json::to_string(&world()).unwrap();
    assert_eq!(serde_json::from_str::<Directory>(&json).unwrap(), world());
}

#[test]
fn the_report_is_a_contract() {
    let options = Options {
        license: Some("Safety 2026".into()),
        new_password: NewPassword::Generate,
        allow_deletes: true,
        allow_archiving: true,
        ..overriding()
    };
    let file = "username;E-Mail;Vorname;Nachname;Passwort;Standort;Gruppen;gelöscht;archived\n\
        ;王@例子.中国;小明;王;;Zürich;\"Blue;Red\";;\n\
        anna;;;;;Zürich;Blue;nein;\n\
        ben;;;;;;;ja;\n\
        olga;;;;;;;;yes\n\
        x;x@a.co;X;X;correct horse;Zurich;;;\n\
        y;y@a.co;Y;Y;;;;;\n";
    let json = planned_in(world(), file, &options).to_json();
    assert!(!json.contains("horse"));
    assert_eq!(json.lines().count(), 1);
    let pretty: serde_json::Value = serde_json::from_str(&json).unwrap();
    insta::assert_json_snapshot!(pretty);
    assert!(json.starts_with("{\"create\":2,\"update\":1,\"skip\":0,\"archive\":0,\"delete\":1,\"error\":2,\"seats_needed\":3,\"seats_free\":2,\"rows\":[{\"line\":2,\"outcome\":\"create\",\"user\":"), "{json}");
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    fn cell(field: usize) -> impl Strategy<Value = String> {
        let texts: &[&str] = match field {
            0 => &["", "anna", "ben", "BEN", "cleo", "x", "y", "olga", "a b"],
            1 => &[
                "",
                "anna@a.co",
                "ben@a.co",
                "x@a.co",
                "y@a.co",
                "ben@b.co",
                "nobody",
            ],
            2 | 3 => &["Ann", "王", ""],
            4 => &["", "Safety 2026", "L-2", "Nothing"],
            5 => &["", "yes", "no", "maybe"],
            _ => &["", "Red", "Blue;Red", "Green"],
        };
        proptest::sample::select(texts).prop_map(str::to_owned)
    }

    fn file() -> impl Strategy<Value = String> {
        let row = (cell(0), cell(1), cell(2), cell(3), cell(4), cell(5), cell(6));
        proptest::collection::vec(row, 1..25).prop_map(|rows| {
            let mut file = String::from("username|email|firstname|lastname|license|deleted|groups\n");
            for (a, b, c, d, e, f, g) in rows {
                file.push_str(&[a, b, c, d, e, f, g].join("|"));
                file.push('\n');
            }
            file
        })
    }

    fn options() -> impl Strategy<Value = Options> {
        (
            proptest::sample::select(ImportType::ALL),
            proptest::sample::select(MatchBy::ALL),
            proptest::sample::select(NewPassword::ALL),
            proptest::sample::select(ExistingDetails::ALL),
            any::<bool>(),
            any::<bool>(),
        )
            .prop_map(
                |(
                    import_type,
                    match_by,
                    new_password,
                    existing_details,
                    allow_deletes,
                    email_as_username,
                )| {
                    Options {
                        import_type,
                        match_by,
                        new_password,
                        existing_details,
                        allow_deletes,
                        email_as_username,
                        ..Options::default()
                    }
                },
            )
    }

    proptest! {
        #[test]
        fn every_row_gets_one_outcome_and_nothing_is_given_twice(file in file(), options in options()) {
            let Ok(table) = Table::read(&file) else { return Ok(()); };
            let mapping = Mapping::recognize(&table);
            let index = world().index();
            let planner = Planner::new(&table, &mapping, &options);
            let plan = planner.plan(&index);
            prop_assert_eq!(plan.rows.len(), table.rows().len());
            let total: u32 = Outcome::ALL.iter().map(|outcome| plan.count(*outcome)).sum();
            prop_assert_eq!(usize::try_from(total).unwrap(), plan.rows.len());
            prop_assert_eq!(plan.to_json(), planner.plan(&index).to_json());

            let steps = planner.steps(&(0..table.rows().len()).collect::<Vec<_>>(), &index);
            let mut seats = std::collections::HashMap::<LicenseId, i64>::new();
            let mut names = std::collections::HashSet::new();
            let mut touched = std::collections::HashSet::<UserId>::new();
            for (step, row) in steps.iter().zip(&plan.rows) {
                prop_assert_eq!(&step.row, row);
                let acts = !matches!(row.outcome, Outcome::Skip | Outcome::Error);
                prop_assert_eq!(step.action.is_some(), acts);
                prop_assert_eq!(row.changes.is_empty(), !acts);
                prop_assert!(acts || !row.problems.is_empty());
                let (license, user) = match &step.action {
                    Some(Action::Create(create)) => {
                        prop_assert!(names.insert(create.user.username.clone().unwrap().key()));
                        (create.user.license, None)
                    }
                    Some(Action::Update(update)) => (update.enroll.seat, Some(update.user)),
                    Some(Action::Archive(user) | Action::Delete(user)) => (None, Some(*user)),
                    None => (None, None),
                };
                if let Some(license) = license {
                    *seats.entry(license).or_default() += 1;
                }
                if let Some(user) = user {
                    prop_assert!(touched.insert(user));
                    prop_assert!(user != id(8) && user != id(9), "only below one's own rank");
                }
            }
            for (license, given) in seats {
                let free = world().licenses.iter().find(|l| l.id == license).map(|l| l.seats.free());
                prop_assert!(Some(given) <= free);
            }
            prop_assert!(names.iter().all(|name| !["anna", "ben", "ben2", "cleo", "olga", "me"].contains(&name.as_str())));
        }

        #[test]
        fn a_course_id_is_a_name_too(n in 1..4u128) {
            let course: CourseId = id(n);
            let file = format!("username,courses\nben,{course}\n");
            prop_assert_eq!(planned_in(world(), &file, &upsert()).update, 1);
        }
    }
}
