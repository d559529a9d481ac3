-- The questionnaire in versions. A version is never edited once somebody has been asked: a change of wording is a new
-- version with its own valid_from (Danish civil date of the answer). Ids of themes and questions are concepts and stay the
-- same from version to version, so that results can be compared over time. The wording is our own.
CREATE TABLE ops.questionnaire (
    version    text PRIMARY KEY,
    valid_from date NOT NULL UNIQUE
);

CREATE TABLE ops.questionnaire_scale_option (
    version text     NOT NULL REFERENCES ops.questionnaire,
    scale   text     NOT NULL,
    score   smallint NOT NULL CHECK (score BETWEEN 0 AND 5), -- 5 is the best, 0 is "don't know" and counts as no answer
    label   text     NOT NULL, -- a no-break space keeps words together where the label is wrapped
    PRIMARY KEY (version, scale, score)
);

CREATE TABLE ops.questionnaire_theme (
    version     text     NOT NULL REFERENCES ops.questionnaire,
    theme       text     NOT NULL,
    position    smallint NOT NULL,
    heading     text     NOT NULL,
    lead        text     NOT NULL,
    scale       text     NOT NULL,
    switched_by text, -- asked only where the setting gateway.survey.<switched_by> is on
    PRIMARY KEY (version, theme),
    UNIQUE (version, position)
);

CREATE TABLE ops.questionnaire_question (
    version  text     NOT NULL,
    theme    text     NOT NULL,
    question text     NOT NULL,
    position smallint NOT NULL,
    wording  text     NOT NULL,
    PRIMARY KEY (version, question),
    UNIQUE (version, theme, position),
    FOREIGN KEY (version, theme) REFERENCES ops.questionnaire_theme
);

-- Another wording for one survey group.
CREATE TABLE ops.questionnaire_wording (
    version      text NOT NULL,
    question     text NOT NULL,
    survey_group text NOT NULL,
    wording      text NOT NULL,
    PRIMARY KEY (version, question, survey_group),
    FOREIGN KEY (version, question) REFERENCES ops.questionnaire_question
);

GRANT SELECT ON ops.questionnaire, ops.questionnaire_scale_option, ops.questionnaire_theme, ops.questionnaire_question,
    ops.questionnaire_wording TO borgermaaling_gateway;

INSERT INTO ops.questionnaire (version, valid_from) VALUES ('2026.1', DATE '2026-01-01');

INSERT INTO ops.questionnaire_scale_option (version, scale, score, label) VALUES
    ('2026.1', 'agree', 5, 'Helt enig'),
    ('2026.1', 'agree', 4, 'Enig'),
    ('2026.1', 'agree', 3, 'Hverken enig eller uenig'),
    ('2026.1', 'agree', 2, 'Uenig'),
    ('2026.1', 'agree', 1, 'Helt uenig'),
    ('2026.1', 'agree', 0, 'Ved ikke / ikke relevant'),
    ('2026.1', 'degree', 5, 'I meget høj grad'),
    ('2026.1', 'degree', 4, 'I høj grad'),
    ('2026.1', 'degree', 3, 'I nogen grad'),
    ('2026.1', 'degree', 2, 'I mindre grad'),
    ('2026.1', 'degree', 1, 'Slet ikke'),
    ('2026.1', 'degree', 0, 'Ved ikke / ikke relevant'),
    ('2026.1', 'satisfaction', 5, 'Meget tilfreds'),
    ('2026.1', 'satisfaction', 4, 'Tilfreds'),
    ('2026.1', 'satisfaction', 3, 'Hverken tilfreds eller utilfreds'),
    ('2026.1', 'satisfaction', 2, 'Utilfreds'),
    ('2026.1', 'satisfaction', 1, 'Meget utilfreds'),
    ('2026.1', 'satisfaction', 0, 'Ved ikke / ikke relevant');

INSERT INTO ops.questionnaire_theme (version, theme, position, heading, lead, scale, switched_by) VALUES
    ('2026.1', 'meeting', 1, 'Mødet med jobcentret', 'Tænk på din kontakt med jobcentret i det hele taget: møder, telefon, breve og digital post.', 'degree', NULL),
    ('2026.1', 'goals', 2, 'Mål og aktiviteter', 'Tænk på den plan, du og jobcentret har for dit forløb, og på det, du har deltaget i.', 'degree', NULL),
    ('2026.1', 'across', 3, 'Samarbejde på tværs', 'Er du kun i kontakt med én afdeling i kommunen, så vælg »Ved ikke / ikke relevant«.', 'degree', 'across-departments'),
    ('2026.1', 'conversation', 4, 'Din seneste samtale', 'Tænk på den seneste samtale, du havde med jobcentret.', 'degree', NULL),
    ('2026.1', 'progression', 5, 'På vej videre', 'Tænk på, hvad forløbet indtil nu har betydet for dig.', 'degree', NULL),
    ('2026.1', 'overall', 6, 'Alt i alt', 'Til sidst vil vi gerne høre, hvad du synes samlet set.', 'satisfaction', NULL);

INSERT INTO ops.questionnaire_question (version, theme, question, position, wording) VALUES
    ('2026.1', 'meeting', 'meeting-respect', 1, 'Jeg bliver mødt med respekt af jobcentret'),
    ('2026.1', 'meeting', 'meeting-listened', 2, 'Jobcentret lytter til det, jeg siger'),
    ('2026.1', 'meeting', 'meeting-information', 3, 'Det, jobcentret skriver til mig, er til at forstå'),
    ('2026.1', 'meeting', 'meeting-contact', 4, 'Det er let at komme i kontakt med jobcentret'),
    ('2026.1', 'goals', 'goals-known', 1, 'Jeg ved, hvad målet med mit forløb er'),
    ('2026.1', 'goals', 'goals-influence', 2, 'Jeg har haft indflydelse på min plan'),
    ('2026.1', 'goals', 'goals-meaning', 3, 'De aktiviteter, jeg deltager i, giver mening for mig'),
    ('2026.1', 'across', 'across-together', 1, 'Dem, jeg har kontakt med i kommunen, arbejder godt sammen'),
    ('2026.1', 'across', 'across-repeat', 2, 'Jeg slipper for at fortælle det samme flere gange'),
    ('2026.1', 'conversation', 'conversation-prepared', 1, 'Den, jeg talte med, var forberedt'),
    ('2026.1', 'conversation', 'conversation-understood', 2, 'Den, jeg talte med, forstod min situation'),
    ('2026.1', 'conversation', 'conversation-next-steps', 3, 'Vi aftalte klart, hvad der skal ske nu'),
    ('2026.1', 'progression', 'progress-closer', 1, 'Jeg er kommet tættere på job eller uddannelse'),
    ('2026.1', 'progression', 'progress-opportunities', 2, 'Jobcentret har vist mig konkrete muligheder for job'),
    ('2026.1', 'progression', 'progress-belief', 3, 'Jeg tror mere på, at jeg kan komme i job eller uddannelse'),
    ('2026.1', 'overall', 'overall-satisfaction', 1, 'Hvor tilfreds er du alt i alt med dit forløb?');

INSERT INTO ops.questionnaire_wording (version, question, survey_group, wording) VALUES
    ('2026.1', 'progress-closer', 'sygedagpenge', 'Jeg er kommet tættere på at vende tilbage til arbejde'),
    ('2026.1', 'progress-opportunities', 'sygedagpenge', 'Jobcentret har vist mig konkrete muligheder for at vende tilbage til arbejde'),
    ('2026.1', 'progress-belief', 'sygedagpenge', 'Jeg tror mere på, at jeg kan vende tilbage til arbejde');
