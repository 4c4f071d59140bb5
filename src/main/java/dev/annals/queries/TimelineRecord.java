package dev.annals.queries;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A timeline in the catalogue. */
@Entity
@Immutable
@Table(name = "timelines")
public class TimelineRecord extends PanacheEntityBase {

    @Id public int key;
    public String id;
    public String title;
    public String description;
    public long head;

    @Column(name = "recorded_at")
    public Instant recordedAt;

    public String hash;
}
