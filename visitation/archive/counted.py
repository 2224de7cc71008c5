"""How DuckDB counts the months of an archive, in one statement.

register/month.py, register/standing.py and register/flow.py say the same of one case; here it is said of all of them at once, and the
tests hold the two against each other. A case lies under spans of time: what the meeting decided, until something else was decided or what
it gave has ended; and help, under the law of a step or of none. At the end of a month the strongest span says where the case stands.

Months are counted from year 0: a span covers the ends of the months from `first` to the one before `past`. Strength and place are one
number, of which the largest is the strongest and names the place."""

from visitation.register.standing import BESIDE

NEVER = 999_999  # a month that does not come
STRONGER = 1_000_000  # what a strength is times; below it is the place
HELP_BESIDE, DECIDED, HELP_ON_STEP = 0, 1, 2  # strengths; the height of the step is added to the last


def _month(day: str) -> str:
    return f"12 * year({day}) + month({day}) - 1"


COUNTED = f"""
WITH ladder AS (
    SELECT unnest($municipality::VARCHAR[]) AS municipality, unnest($step::VARCHAR[]) AS step,
        unnest($height::INTEGER[]) AS height, unnest($section::VARCHAR[]) AS section),
live AS NOT MATERIALIZED (
    SELECT *, {_month("day")} AS month FROM read_parquet($files) WHERE kind <> 'undone'
    AND (case_no, action) NOT IN (SELECT (case_no, action) FROM read_parquet($files) WHERE kind = 'undone')),
enquiry AS MATERIALIZED (SELECT case_no, municipality, day, month FROM live WHERE kind = 'enquiry_received'),
course AS (
    SELECT case_no, course, max(municipality) AS municipality, max(which) AS pathway, max(day) AS begun,
        arg_max_null(until, version) AS ended
    FROM live WHERE kind IN ('course_begun', 'course_moved') GROUP BY case_no, course),
place AS (
    SELECT municipality, step, row_number() OVER (ORDER BY municipality, step) AS place FROM (
        SELECT municipality, step FROM ladder UNION SELECT municipality, '{BESIDE}' FROM ladder
        UNION SELECT municipality, step FROM live WHERE kind = 'decided' AND step IS NOT NULL)),
help AS (
    SELECT case_no, day AS since, until, place, coalesce({HELP_ON_STEP} + height, {HELP_BESIDE}) AS strength
    FROM live LEFT JOIN ladder ON live.municipality = ladder.municipality AND which = section
    JOIN place ON live.municipality = place.municipality AND coalesce(ladder.step, '{BESIDE}') = place.step
    WHERE kind = 'service_granted' AND day IS NOT NULL),
decision AS (
    SELECT case_no, version, day, place, granted.step IS NOT NULL AS granted,
        min(day) OVER (PARTITION BY case_no ORDER BY version ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS replaced
    FROM live LEFT JOIN (SELECT DISTINCT municipality, step FROM ladder WHERE section IS NOT NULL) AS granted USING (municipality, step)
    JOIN place ON live.municipality = place.municipality AND coalesce(live.step, '{BESIDE}') = place.step
    WHERE kind = 'decided'),
by_course AS (
    SELECT case_no, begun AS day, CASE WHEN count(*) = count(ended) THEN max(ended) END AS ended FROM course GROUP BY case_no, begun),
by_help AS (
    SELECT case_no, version, min(since) AS since FROM decision JOIN help USING (case_no, place)
    WHERE granted AND since >= day GROUP BY case_no, version),
decided AS (
    SELECT case_no, day AS since, place,
        CASE WHEN NOT granted THEN replaced WHEN by_course.day IS NULL THEN least(replaced, since) ELSE least(replaced, ended) END AS until
    FROM decision LEFT JOIN by_course USING (case_no, day) LEFT JOIN by_help USING (case_no, version)),
span AS MATERIALIZED (
    SELECT case_no, greatest({_month("since")}, month)::INTEGER AS first, coalesce({_month("until")}, {NEVER})::INTEGER AS past,
        ({STRONGER} * strength + place)::INTEGER AS place
    FROM (SELECT case_no, since, until, place, {DECIDED} AS strength FROM decided UNION ALL FROM help) JOIN enquiry USING (case_no)
    WHERE first < past),
turn AS (
    SELECT case_no, month, max(place) FILTER (first < month) AS old, max(place) FILTER (month < past) AS new
    FROM (SELECT case_no, first AS month FROM span UNION ALL SELECT case_no, past FROM span WHERE past < {NEVER}) JOIN span USING (case_no)
    WHERE month BETWEEN first AND past GROUP BY case_no, month),
change AS (
    SELECT place % {STRONGER} AS place, month, sum(change) AS change FROM (
        SELECT new AS place, month, 1 AS change FROM turn UNION ALL SELECT old, month, -1 FROM turn)
    WHERE place IS NOT NULL GROUP BY ALL),
known AS (
    SELECT municipality, {_month("min(day)")} + (day(min(day)) > 1)::INTEGER AS first, {_month("$today::DATE")} - 1 AS last
    FROM enquiry WHERE day <= $today::DATE AND municipality IN (SELECT municipality FROM ladder) GROUP BY municipality),
counted AS (
    SELECT municipality, month, 'received' AS what, '' AS which, count(*) AS count FROM enquiry GROUP BY ALL
    UNION ALL SELECT municipality, month, 'decided', which, count(*) FROM live WHERE kind = 'decided' GROUP BY ALL
    UNION ALL SELECT municipality, {_month("begun")}, 'begun', pathway, count(*) FROM course GROUP BY ALL
    UNION ALL SELECT municipality, {_month("ended")}, 'ended', pathway, count(*) FROM course GROUP BY ALL
    UNION ALL SELECT municipality, until.month, 'standing', step, sum(change)
    FROM (SELECT municipality, unnest(range(first, last + 1)) AS month FROM known) AS until
    JOIN place USING (municipality) JOIN change ON change.place = place.place AND change.month <= until.month GROUP BY ALL)
SELECT municipality, printf('%d-%02d', month // 12, month % 12 + 1), what, which, count::BIGINT
FROM counted JOIN known USING (municipality) WHERE month BETWEEN first AND last AND count > 0 ORDER BY ALL
"""
