//! Groups, programs and their sessions.

pub const TITLE: &str = "Groupes";
pub const DESCRIPTION: &str =
    "Qui va ensemble, qui le dirige, et les sessions de programme qui s’y tiennent.";
pub const SEARCH: &str = "Trouver un groupe";
pub const NEW: &str = "Nouveau groupe";
pub const NONE: &str = "Aucun groupe";
pub const NONE_WHY: &str =
    "Une classe, une équipe, une promotion : on y invite, on liste et on enseigne ensemble.";
pub const NONE_MATCH: &str = "Aucun groupe de ce nom";
pub const NONE_MATCH_WHY: &str = "Essayez un autre mot.";
pub const NAME: &str = "Nom";
pub const MEMBERS: &str = "Membres";
pub const NOBODY: &str = "Personne pour l’instant.";
pub const RENAME: &str = "Renommer";
pub const INVITE: &str = "Inviter dans ce groupe";
pub const IN_LIST: &str = "Montrer dans la liste";
pub const TAKE_OUT: &str = "Retirer";
pub const SESSIONS: &str = "Sessions de programme";
pub const OWN_SESSIONS: &str = "Vos sessions";
pub const NO_SESSIONS: &str = "Aucune session.";
pub const NEWEST: &str = "Seules les plus récentes figurent ici.";
pub const NEW_SESSION: &str = "Nouvelle session";
pub const PROGRAM: &str = "Programme";
pub const CHOOSE_PROGRAM: &str = "Choisir un programme";
pub const DAYS: &str = "Jours";
pub const CHANGE_DAYS: &str = "Changer les jours";
pub const COURSES: &str = "Cours";
pub const INSTRUCTORS: &str = "Formateurs";
pub const LEARNERS: &str = "Apprenants";
pub const INVITE_LEARNERS: &str = "Inviter des apprenants";
pub const ADD_INSTRUCTOR: &str = "Ajouter un formateur";
pub const ADD_LEARNER: &str = "Ajouter un apprenant";
pub const LOGIN: &str = "E-mail ou identifiant";
pub const PROGRAMS: &str = "Programmes";
pub const PROGRAMS_WHY: &str = "Des cours dans leur ordre, tenus en sessions datées.";
pub const NO_PROGRAMS: &str = "Aucun programme";
pub const NEW_PROGRAM: &str = "Nouveau programme";
pub const CHANGE_PROGRAM: &str = "Modifier le programme";
